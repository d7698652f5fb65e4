import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GroundingOptions } from "../../../app/core/assistant/grounding/grounding";
import type { Evidence } from "../../../app/core/conversation/conversation";
import { type Shop, toolResults } from "./tool-results";

/**
 * Replies written by hand before the code was looked at. "=== A en p:mug o:all" begins one: shop, locale and what the tools
 * gave; "? …" is what the shopper wrote; "[[$24||$26]]" is a truth with what is planted in its place.
 */
export interface UnseenReply {
  name: string;
  locale: string;
  options: GroundingOptions;
  /** Nothing but truths. */
  truth: string;
  lies: { text: string; planted: string; surrounded: string }[];
}

const SLOT = /\[\[(.*?)\]\]/g;
const NEAR = 10;

export function readUnseen(folder: string): UnseenReply[] {
  const { now, shops } = JSON.parse(readFileSync(join(folder, "shops.json"), "utf8")) as {
    now: string;
    shops: Record<string, Shop>;
  };
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split(/^=== /m)
        .slice(1)
        .map((block, index) => readReply(block, `${file} ${index}`, shops, now)),
    );
}

function readReply(block: string, name: string, shops: Record<string, Shop>, now: string): UnseenReply {
  const [head = "", ...lines] = block.trimEnd().split("\n");
  const [shopKey = "", locale = "en", ...keys] = head.split(" ");
  const shop = shops[shopKey];
  if (!shop) throw new Error(`No shop ${shopKey} for ${name}`);
  const marked = (mark: string) =>
    lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.slice(2));
  const text = lines.filter((line) => !/^[?@] /.test(line)).join("\n");
  const evidence: Evidence[] = toolResults(shop, [...keys, ...marked("@")]);
  const { profile } = shop;
  const options: GroundingOptions = {
    evidence: () => evidence,
    shopperTexts: marked("?"),
    allowedHosts: [new URL(profile.storefrontUrl).host],
    allowedEmails: [profile.contactEmail],
    locale,
    currency: profile.currency,
    timezone: profile.timezone,
    now: new Date(now),
  };
  return { name, locale, options, truth: fill(text, -1, 0).text.replace(/ +$/gm, ""), lies: liesOf(text) };
}

function liesOf(text: string): UnseenReply["lies"] {
  return [...text.matchAll(SLOT)].flatMap(([, choices = ""], slot) =>
    choices
      .split("||")
      .slice(1)
      .map((_, index) => {
        const lie = fill(text, slot, index + 1);
        const before = /[^\n]*$/.exec(lie.text.slice(0, lie.at))?.[0].slice(-NEAR) ?? "";
        const after = /^[^\n]*/.exec(lie.text.slice(lie.at + lie.chosen.length))?.[0].slice(0, NEAR) ?? "";
        return { text: lie.text, planted: lie.chosen, surrounded: before + lie.chosen + after };
      }),
  );
}

/** The text with the truth in all places but one. */
function fill(text: string, slot: number, choice: number) {
  let filled = "";
  let last = 0;
  let chosen = "";
  let at = -1;
  for (const [index, match] of [...text.matchAll(SLOT)].entries()) {
    const value = (match[1] ?? "").split("||")[index === slot ? choice : 0] ?? "";
    filled += text.slice(last, match.index);
    if (index === slot) [chosen, at] = [value, filled.length];
    filled += value;
    last = match.index + match[0].length;
  }
  return { text: filled + text.slice(last), chosen, at };
}
