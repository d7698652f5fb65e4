import type { LiquidOptions, Template } from "liquidjs";
import type { Theme } from "../theme";

/** `{% render 'card' %}` finds snippets/card.liquid, and nothing outside that folder. */
export function snippetFiles(theme: Theme) {
  const read = (name: string) => {
    const source = /^[\w.-]+$/.test(name) ? theme.findSnippet(name) : null;
    if (source === null) throw new Error(`The theme has no snippet "${name}".`);
    return source;
  };
  const exists = (name: string) => /^[\w.-]+$/.test(name) && theme.findSnippet(name) !== null;
  return {
    readFileSync: read,
    readFile: async (name: string) => read(name),
    existsSync: exists,
    exists: async (name: string) => exists(name),
    resolve: (_root: string, name: string) => name,
    containsSync: () => true,
    contains: async () => true,
    sep: "/",
    dirname: () => "",
  };
}

type Snippet = Template[] | Promise<Template[]>;

/** Parsed snippets, each for as long as its file stands as it was parsed. */
export function createSnippetCache(
  theme: Theme,
): Exclude<LiquidOptions["cache"], boolean | number | undefined> {
  const parsed = new Map<string, { source: string | null; templates: Snippet }>();
  const nameOf = (key: string) => key.split("/").pop() ?? key;
  return {
    read(key) {
      const known = parsed.get(key);
      return known && known.source === theme.findSnippet(nameOf(key)) ? known.templates : undefined;
    },
    write(key, templates) {
      parsed.set(key, { source: theme.findSnippet(nameOf(key)), templates });
    },
    remove: (key) => void parsed.delete(key),
  };
}
