/**
 * Makes the files of schema/ from Shopify's own: `npm pack @shopify/dev-mcp@1.16.0`, unpack it, then
 * `tsx dev-store/admin-api/extract-schema.ts <package>/dist/data`. Needed only for a new API version.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import type { IntrospectionSchema } from "graphql";

const VERSIONS = ["2026-04", "2026-07", "2026-10"];
const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "schema");

interface ShopifySchema {
  data: { __schema: IntrospectionSchema };
  offline_scopes?: { items: AccessItem[] };
}

interface AccessItem {
  type: string;
  typeName?: string;
  fieldName?: string;
  requiredAccess?: string;
  offlineScopes?: string[];
}

const [source] = process.argv.slice(2);
if (!source) throw new Error("Name the folder that holds admin_2026-07.json.gz.");
for (const version of VERSIONS) {
  const shopify = JSON.parse(
    gunzipSync(readFileSync(join(source, `admin_${version}.json.gz`))).toString(),
  ) as ShopifySchema;
  const stripped = {
    schema: JSON.parse(JSON.stringify(shopify.data.__schema, keepWhatExecutionNeeds)),
    access: collectAccess(shopify),
    protectedFields: collectProtectedFields(shopify.data.__schema),
  };
  writeFileSync(join(FOLDER, `admin-${version}.json.gz`), gzipSync(JSON.stringify(stripped), { level: 9 }));
}

/** Descriptions make up most of the file and nothing reads them; access and protection are collected apart. */
function keepWhatExecutionNeeds(key: string, value: unknown): unknown {
  const kept = [
    "queryType,mutationType,subscriptionType,types,directives,kind,name,fields,inputFields,interfaces,enumValues",
    "possibleTypes,args,type,ofType,defaultValue,isDeprecated,isOneOf,locations,isRepeatable",
  ]
    .join(",")
    .split(",");
  if (key === "" || /^\d+$/.test(key) || kept.includes(key))
    return key === "isDeprecated" && !value ? undefined : value;
  return undefined;
}

/** Scopes, any of which opens a type or a field, by `Type` or `Type.field`, with Shopify's sentence about them. */
function collectAccess({
  offline_scopes,
}: ShopifySchema): Record<string, { scopes: string[]; sentence: string }> {
  const access: Record<string, { scopes: string[]; sentence: string }> = {};
  for (const { typeName, fieldName, offlineScopes = [], requiredAccess = "" } of offline_scopes?.items ??
    []) {
    if (!typeName || offlineScopes.length === 0) continue;
    access[fieldName ? `${typeName}.${fieldName}` : typeName] = {
      scopes: offlineScopes,
      sentence: requiredAccess,
    };
  }
  return access;
}

function collectProtectedFields(schema: IntrospectionSchema): string[] {
  return schema.types.flatMap((type) =>
    type.kind === "OBJECT" || type.kind === "INTERFACE"
      ? type.fields
          .filter((field) => "isProtected" in field && field.isProtected)
          .map((field) => `${type.name}.${field.name}`)
      : [],
  );
}
