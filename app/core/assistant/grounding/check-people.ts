import { comparableWords } from "../../store/option-words";
import { type Claim, claimAt, FALSE, isAsked, type Sentence } from "./claim";

/**
 * Whose something is: no tool tells a name or an address, so a reply has none to tell. Over the text as it is written,
 * since names have capitals.
 */
const BELONGING =
  /\b(?:belongs to|(?:placed|ordered|bought|paid for) by|in the name of|registered (?:to|under)|addressed to|billed to|account of|customer(?:'s name)? is|lives (?:at|in)|(?:shipping|delivery|billing) address is|gehört|bestellt von|auf den Namen|Kund(?:e|in) (?:ist|heißt)|adressiert an|pertenece a|a nombre de|realizado por|appartient à|au nom de|passée par|pertence a|em nome de|feito por|appartiene a|a nome di|effettuato da)\s+(?:the\s|Mr\.?\s|Mrs\.?\s|Ms\.?\s|Herrn?\s|Frau\s|Sr\.?a?\s|M\.\s|Mme\s)*(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*)/gu;
const OTHERS =
  /\b(?:another|other|different) (?:customer|shopper|person|account)(?:'s|s')? (?:order|name|email|address|account|details)\b|\bthe (?:customer|shopper|account holder)(?:'s)? (?:name|email|phone|address)\b/gu;

export function checkPeople(sentence: Sentence): Claim[] {
  const { text, folded, facts, shopper, isNegated } = sentence;
  if (isNegated) return [];
  const known = (name: string) =>
    comparableWords(name).every((word) => facts.words.has(word)) ||
    comparableWords(name).every((word) => comparableWords(shopper.text).includes(word));
  const named = [...text.matchAll(BELONGING)].filter(([, name = ""]) => !known(name));
  return [...named, ...folded.matchAll(OTHERS)]
    .filter((match) => !isAsked(sentence, match.index))
    .map((match) => claimAt("person", match, FALSE));
}
