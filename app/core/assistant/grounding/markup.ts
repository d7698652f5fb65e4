import type { Correction } from "../../conversation/conversation";
import { decodeEntities } from "../../knowledge/decode-entities";
import { isChangingPlace, isReadablePlace } from "../../store/readable-places";

export interface LinkRules {
  /** Whole addresses that tools gave. */
  urls: ReadonlySet<string>;
  /** The shop's own: host, with port where it has one. Of these, pages that only show something. */
  hosts: ReadonlySet<string>;
  /** In lower case. */
  emails: ReadonlySet<string>;
}

export interface CleanText {
  text: string;
  corrections: Correction[];
  /** An address stands bare in it that nobody vouches for: what it says is not to be shown. */
  isSuspicious: boolean;
}

/** Of a path alone, the host is the shop's, whichever that is. */
const SOMEWHERE = "https://shop.invalid";
const IMAGE = /!\[([^\]]*)\](?:\([^)]*\)?|\[[^\]]*\])?/g;
const LINK = /\[((?:[^[\]]|\[[^\]]*\])*)\]\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)?/g;
const REFERENCE = /^\s*\[[^\]]+\]:\s*\S+.*$/gm;
const REFERENCE_LINK = /\[([^\]\n]{1,200})\]\[[^\]\n]*\]/g;
const BARE_URL =
  /(?:\b(?:https?|ftp|javascript|data|vbscript|file|blob|mailto|tel|sms|whatsapp):[^\s<>"')\]]*|(?<![\p{L}\p{N}:/.])\/\/[\p{L}\p{N}][^\s<>"')\]]*|\bwww\.[^\s<>"')\]]+)/giu;
const BARE_HOST =
  /(?<![\p{L}\p{N}@/._-])(?:[a-z0-9-]+\.)+(?:com|net|org|io|co|shop|store|example|info|biz|xyz|app|dev|site|online|link|click|top|me|ru|cn|de|fr|es|it|pt|uk|eu|nl|ch|at|us|ca|au|br|mx|ly|gl|to|cc|tk|ml|gg|ai)(?![\p{L}\p{N}-])(?:\/[^\s<>"')\]]*)?/giu;
const EMAIL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const TAG = /<\/?[a-z!?][^<>]*>?|<!--[\s\S]*?(?:-->|$)/gi;
const UNREAD_ELEMENT =
  /<(script|style|iframe|svg|object|template|noscript|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Takes out what a reply may never hold: images, HTML, links to where nobody vouched for, invisible characters. */
export function cleanMarkup(sentence: string, rules: LinkRules): CleanText {
  const corrections: Correction[] = [];
  const note = (kind: string, said: string, became: string) => {
    corrections.push({ kind, said, became });
    return became;
  };
  let text = decodeEntities(sentence).replace(INVISIBLE, "");
  text = text.replace(IMAGE, (said) => note("image", said, ""));
  // What closes only in a later sentence.
  text = text.replace(/!(?=\[)/g, () => note("image", "!", ""));
  text = text.replace(REFERENCE, (said) => note("link", said, ""));
  text = text.replace(LINK, (said, label: string, inside: string) =>
    isAllowed(targetOf(inside), rules) ? said : note("link", said, label),
  );
  text = text.replace(REFERENCE_LINK, (said, label: string) => note("link", said, label));
  text = text.replace(/<((?:https?|mailto):[^<>\s]+)>/gi, (said, target: string) =>
    isAllowed(target, rules) ? target : note("link", said, ""),
  );
  text = text.replace(UNREAD_ELEMENT, (said) => note("html", said, ""));
  text = stripTags(text, note);
  return { text, corrections, isSuspicious: hasForeignAddress(text, rules) };
}

/** Without angle brackets and title. */
function targetOf(inside: string): string {
  return (inside.trim().split(/\s/)[0] ?? "").replace(/^<|>$/g, "");
}

/** Until nothing changes: what is left of "<<b>script>" may be a tag itself. */
function stripTags(text: string, note: (kind: string, said: string, became: string) => string): string {
  let before: string;
  let after = text;
  do {
    before = after;
    after = before.replace(TAG, (said) => note("html", said, ""));
  } while (after !== before);
  return after;
}

function hasForeignAddress(text: string, rules: LinkRules): boolean {
  const bareText = text.replace(LINK, " ");
  const emails = bareText.match(EMAIL) ?? [];
  if (emails.some((email) => !rules.emails.has(email.toLowerCase().replace(/\.$/, "")))) return true;
  const rest = bareText.replace(EMAIL, " ");
  if ((rest.match(BARE_URL) ?? []).some((url) => !isAllowed(trimEnd(url), rules))) return true;
  const hosts = rest.replace(BARE_URL, " ").match(BARE_HOST) ?? [];
  return hosts.some((host) => !isAllowed(`https://${trimEnd(host)}`, rules));
}

const trimEnd = (url: string) => url.replace(/[.,;:!?*_]+$/, "");

function isAllowed(target: string, { urls, hosts, emails }: LinkRules): boolean {
  if (/^mailto:/i.test(target)) return emails.has(target.slice(7).toLowerCase());
  if (/^\/(?![/\\])[^\\]*$/.test(target)) return isReadablePlace(new URL(target, SOMEWHERE));
  const address = /^www\./i.test(target) ? `https://${target}` : target;
  if (!URL.canParse(address) || /[\\\s]/.test(address)) return false;
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return false;
  if (!hosts.has(url.host)) return urls.has(url.href);
  return url.username === "" && (isReadablePlace(url) || (urls.has(url.href) && !isChangingPlace(url)));
}
