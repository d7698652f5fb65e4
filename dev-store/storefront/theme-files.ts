const SCHEMA_TAG = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/;

/** Parts a section or block file into its markup and the JSON of its `{% schema %}`. */
export function splitSchema<T extends object>(text: string, name: string): { source: string; schema: T } {
  const match = SCHEMA_TAG.exec(text);
  const schema = match?.[1] ? parseJsonWithComments<T>(match[1], name) : ({} as T);
  return { source: text.replace(SCHEMA_TAG, ""), schema };
}

/** A string, which stays as it is, or a comment or a comma too many, which goes. */
const STRING_OR_COMMENT = /("(?:[^"\\]|\\.)*")|\/\*[\s\S]*?\*\/|\/\/[^\n]*|,(?=\s*[}\]])/g;

/** JSON as Shopify takes it from themes, comments included. Throws with the file's name when it is not JSON. */
export function parseJsonWithComments<T>(text: string, name: string): T {
  try {
    return JSON.parse(text.replace(STRING_OR_COMMENT, (_, string: string | undefined) => string ?? "")) as T;
  } catch (error) {
    throw new Error(`${name} is not valid JSON.`, { cause: error });
  }
}
