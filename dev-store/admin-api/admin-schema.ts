import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionSchema } from "graphql";

/** Shopify's own schema of one API version, with what it takes to read each type and field. */
export interface AdminSchema {
  schema: GraphQLSchema;
  access: AccessRules;
  /** `Order.email`: personal data that Shopify gives only to approved apps. */
  protectedFields: ReadonlySet<string>;
}

/** By `Type` or `Type.field`: any one of the scopes is enough; the sentence is Shopify's. */
export type AccessRules = Record<string, AccessRule>;

export interface AccessRule {
  scopes: string[];
  sentence: string;
}

export const API_VERSIONS = ["2026-04", "2026-07", "2026-10"] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

const schemas = new Map<ApiVersion, AdminSchema>();

/** Takes about half a second at the first call for a version. */
export function loadAdminSchema(version: ApiVersion): AdminSchema {
  const known = schemas.get(version);
  if (known) return known;
  const path = new URL(`./schema/admin-${version}.json.gz`, import.meta.url);
  const file = JSON.parse(gunzipSync(readFileSync(path)).toString()) as {
    schema: IntrospectionSchema;
    access: AccessRules;
    protectedFields: string[];
  };
  const loaded: AdminSchema = {
    schema: buildClientSchema({ __schema: file.schema }, { assumeValid: true }),
    access: file.access,
    protectedFields: new Set(file.protectedFields),
  };
  schemas.set(version, loaded);
  return loaded;
}

/** `unstable` is the newest that is known. Null for a version that Shopify does not serve. */
export function resolveApiVersion(name: string): ApiVersion | null {
  if (name === "unstable") return "2026-10";
  return API_VERSIONS.find((version) => version === name) ?? null;
}
