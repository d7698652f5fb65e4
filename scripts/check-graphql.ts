/**
 * Checks every GraphQL operation of the app against the Admin API schemas of three versions: the one that the app is
 * built on, the one before and the one after. Operations are constants of `app/adapters/stores/shopify/operations/*.ts`
 * named `…_QUERY` or `…_MUTATION` that begin with `#graphql`. Run alone, it prints what is wrong and exits with 1.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type GraphQLError, parse } from "graphql";
import { API_VERSIONS, type ApiVersion, loadAdminSchema } from "../dev-store/admin-api/admin-schema";
import { validateDocument } from "../dev-store/admin-api/validate-document";

export interface GraphqlFault {
  file: string;
  /** Line on which the constant begins. */
  line: number;
  operation: string;
  version: ApiVersion;
  message: string;
}

interface Operation {
  file: string;
  line: number;
  name: string;
  text: string;
}

const OPERATION_NAME = /^[A-Z0-9_]+_(QUERY|MUTATION)$/;
const TAGGED_DOCUMENT = /(?:export\s+)?const\s+(\w+)\s*=\s*`\s*#graphql/g;
const PROJECT_ROOT = fileURLToPath(new URL("..", import.meta.url));
const OPERATIONS_FOLDER = "app/adapters/stores/shopify/operations";

/** Faults of the operations below `root`; also documents that stand elsewhere or under a name that is not checked. */
export async function checkGraphql(root = PROJECT_ROOT): Promise<{ checked: number; faults: string[] }> {
  const operations = await readOperations(root);
  const faults = operations.flatMap((operation) =>
    API_VERSIONS.flatMap((version) => validateOperation(operation, version)),
  );
  return {
    checked: operations.length,
    faults: [...faults.map(describeFault), ...findUncheckedDocuments(root)],
  };
}

/** The modules are imported, since operations are put together from fragments. */
async function readOperations(root: string): Promise<Operation[]> {
  const folder = join(root, OPERATIONS_FOLDER);
  const operations: Operation[] = [];
  for (const file of listSources(folder)) {
    const exported: Record<string, unknown> = await import(pathToFileURL(file).href);
    const source = readFileSync(file, "utf8");
    for (const [name, text] of Object.entries(exported)) {
      if (!OPERATION_NAME.test(name) || typeof text !== "string") continue;
      const line = source.slice(0, source.indexOf(`const ${name}`)).split("\n").length;
      operations.push({ file: relative(root, file), line, name, text });
    }
  }
  return operations;
}

function validateOperation({ file, line, name, text }: Operation, version: ApiVersion): GraphqlFault[] {
  return findErrors(text, version).map(({ message }) => ({ file, line, operation: name, version, message }));
}

function findErrors(text: string, version: ApiVersion): { message: string }[] {
  try {
    return validateDocument(loadAdminSchema(version), parse(text));
  } catch (error) {
    return [error as GraphQLError];
  }
}

function describeFault({ file, line, operation, version, message }: GraphqlFault): string {
  return `${file}:${line} ${operation} (${version}): ${message}`;
}

/** A tagged document that nobody checks would be found out by a merchant. */
function findUncheckedDocuments(root: string): string[] {
  return listSources(join(root, "app")).flatMap((file) => {
    const place = relative(root, file);
    const source = readFileSync(file, "utf8");
    return [...source.matchAll(TAGGED_DOCUMENT)]
      .filter(([match, name = ""]) => !isChecked(place, match, name))
      .map((match) => {
        const line = source.slice(0, match.index).split("\n").length;
        return `${place}:${line} ${match[1]}: export it as …_QUERY, …_MUTATION or keep it as …_FRAGMENT in ${OPERATIONS_FOLDER}.`;
      });
  });
}

function isChecked(place: string, match: string, name: string): boolean {
  if (!place.startsWith(OPERATIONS_FOLDER)) return false;
  return name.endsWith("_FRAGMENT") || (OPERATION_NAME.test(name) && match.startsWith("export"));
}

function listSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { checked, faults } = await checkGraphql();
  for (const fault of faults) console.error(fault);
  console.log(`${checked} GraphQL operations against ${API_VERSIONS.join(", ")}: ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
