import type { Tag, TagToken, Template, TopLevelToken } from "liquidjs";

/** Takes the tokens up to the tag `end` away and parses them. */
export function parseUntil(tag: Tag, remaining: TopLevelToken[], end: string): Template[] {
  const templates: Template[] = [];
  for (let token = remaining.shift(); token; token = remaining.shift()) {
    if ((token as TagToken).name === end) return templates;
    templates.push(tag.liquid.parser.parseToken(token, remaining));
  }
  throw new Error(`{% ${end} %} is missing.`);
}

/** Takes the tokens up to the tag `end` away and gives their text as it stands. */
export function readTextUntil(remaining: TopLevelToken[], end: string): string {
  const texts: string[] = [];
  for (let token = remaining.shift(); token; token = remaining.shift()) {
    if ((token as TagToken).name === end) return texts.join("");
    texts.push(token.getText());
  }
  throw new Error(`{% ${end} %} is missing.`);
}
