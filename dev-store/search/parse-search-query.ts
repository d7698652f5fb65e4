/** Shopify's search syntax as a tree: https://shopify.dev/docs/api/usage/search-syntax */
export type SearchNode =
  | { kind: "everything" }
  | { kind: "text"; value: string; isPhrase: boolean }
  | { kind: "field"; name: string; comparator: Comparator; value: string; isPhrase: boolean }
  | { kind: "and"; nodes: SearchNode[] }
  | { kind: "or"; nodes: SearchNode[] }
  | { kind: "not"; node: SearchNode };

export type Comparator = "=" | ">" | ">=" | "<" | "<=";

type Token = { kind: "(" | ")" | "and" | "or" | "not" } | { kind: "term"; node: SearchNode };

const WORD = String.raw`(?:\\.|[^\s()"'\\:])(?:\\.|[^\s()"\\])*`;
const QUOTED = String.raw`"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?`;
const TOKEN = new RegExp(
  String.raw`\s*(?:(?<bracket>[()])|(?<minus>-)(?=[^\s])|(?:(?<field>[A-Za-z_][\w.]*):(?<comparator>>=|<=|>|<|=)?)?(?:(?<quoted>${QUOTED})|(?<word>${WORD}))|(?<stray>\S))`,
  "uy",
);

/** Never throws: what is no syntax is text, as Shopify takes it. */
export function parseSearchQuery(query: string): SearchNode {
  return new Parser(tokenize(query)).parse();
}

function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(query); match; match = TOKEN.exec(query)) {
    const token = readToken(match.groups ?? {});
    if (token) tokens.push(token);
  }
  return tokens;
}

function readToken({
  bracket,
  minus,
  field,
  comparator,
  quoted,
  word,
}: Record<string, string | undefined>): Token | null {
  if (bracket === "(" || bracket === ")") return { kind: bracket };
  if (minus) return { kind: "not" };
  if (quoted === undefined && word === undefined) return null;
  const isPhrase = quoted !== undefined;
  const value = unescapeText(quoted === undefined ? (word ?? "") : quoted.replace(/^["']|["']$/g, ""));
  if (field)
    return {
      kind: "term",
      node: { kind: "field", name: field, comparator: readComparator(comparator), value, isPhrase },
    };
  if (!isPhrase && ["AND", "OR", "NOT"].includes(value))
    return { kind: value.toLowerCase() as "and" | "or" | "not" };
  if (value === "*" || value === "") return { kind: "term", node: { kind: "everything" } };
  return { kind: "term", node: { kind: "text", value, isPhrase } };
}

function readComparator(text: string | undefined): Comparator {
  return text === ">" || text === ">=" || text === "<" || text === "<=" ? text : "=";
}

function unescapeText(text: string): string {
  return text.replace(/\\(.)/gu, "$1");
}

/** `NOT` binds closest, then `AND` (also where nothing stands between two terms), then `OR`. */
class Parser {
  private position = 0;

  constructor(private readonly tokens: Token[]) {}

  parse(): SearchNode {
    const nodes: SearchNode[] = [];
    while (this.position < this.tokens.length) {
      nodes.push(this.parseOr());
      if (this.peek() === ")") this.position += 1;
    }
    return combine("and", nodes);
  }

  private parseOr(): SearchNode {
    const nodes = [this.parseAnd()];
    while (this.peek() === "or") {
      this.position += 1;
      nodes.push(this.parseAnd());
    }
    return combine("or", nodes);
  }

  private parseAnd(): SearchNode {
    const nodes: SearchNode[] = [];
    for (let next = this.peek(); next && next !== "or" && next !== ")"; next = this.peek()) {
      if (next === "and") this.position += 1;
      else nodes.push(this.parseNot());
    }
    return combine("and", nodes);
  }

  private parseNot(): SearchNode {
    if (this.peek() === "not") {
      this.position += 1;
      return { kind: "not", node: this.parseNot() };
    }
    return this.parseTerm();
  }

  private parseTerm(): SearchNode {
    const token = this.tokens[this.position];
    if (!token || token.kind === ")" || token.kind === "or") return { kind: "everything" };
    this.position += 1;
    if (token.kind === "term") return token.node;
    if (token.kind !== "(") return { kind: "everything" };
    const node = this.parseOr();
    if (this.peek() === ")") this.position += 1;
    return node;
  }

  private peek(): Token["kind"] | undefined {
    return this.tokens[this.position]?.kind;
  }
}

function combine(kind: "and" | "or", nodes: SearchNode[]): SearchNode {
  const [first] = nodes;
  if (!first) return { kind: "everything" };
  return nodes.length === 1 ? first : { kind, nodes };
}
