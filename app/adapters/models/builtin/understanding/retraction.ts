import type { Language } from "./words";

/** How a message begins that takes back an earlier one: "forget what I said", "ignora lo anterior". */
const TAKING_BACK: Record<Language, RegExp> = {
  en: /^(?:(?:no|ok|sorry|please|pls)[\s,]+)*(?:disregard|ignore|forget|scratch)\s+(?:about\s+)?(?:what i (?:just )?(?:said|wrote|asked)|everything i said|that|my (?:last|previous)|the (?:last|previous|above))/i,
  es: /^(?:(?:no|vale|perd[oó]n|por favor)[\s,]+)*(?:ignora|ignore|olvida|olvide|no hagas caso (?:de|a))\s+(?:lo (?:anterior|de antes|que)|mi (?:mensaje|pregunta)|eso)/i,
  fr: /^(?:(?:non|ok|pardon|svp|désolée?)[\s,]+)*(?:oublie[zs]?|ignore[zs]?|laisse[zs]? tomber)\s+(?:ce que|ma (?:question|demande)|mon message|ça|cela)/i,
  de: /^(?:(?:nein|ok|sorry|bitte)[\s,]+)*(?:vergiss|vergessen sie|ignorier\w*|streich\w*)\s+(?:bitte\s+)?(?:das|was ich|meine? (?:letzte|vorige|vorherige)\w*)/i,
  pt: /^(?:(?:não|ok|desculpe|por favor)[\s,]+)*(?:ignor[ae]|esque[cç][ae])\s+(?:o que|o anterior|a (?:mensagem|pergunta)|isso)/i,
  it: /^(?:(?:no|ok|scusa|per favore)[\s,]+)*(?:ignora|ignori|dimentica|dimentichi|lascia (?:stare|perdere))\s+(?:quello che|ciò che|quanto|il messaggio|la domanda)/i,
};
/** Whoever wants an assistant's rules forgotten takes nothing of her own back. */
const OF_RULES = /instru|istruz|anweis|prompt|rule|regla|règle|regel|regra|regole|guideline|system|sistem/i;
const END = /[.,;:!?\n]+|\s+[-–—]\s+/;
/** Words that a wish of its own has at least. */
const WISH = 2;

/** The message without the beginning by which it only takes an earlier one back; as it is where nothing else is said. */
export function withoutRetraction(text: string, language: Language): string {
  const taken = TAKING_BACK[language].exec(text);
  if (!taken) return text;
  const end = END.exec(text.slice(taken[0].length));
  if (!end) return text;
  const clause = text.slice(0, taken[0].length + end.index);
  const rest = text.slice(clause.length + end[0].length).trim();
  const isWish = rest.split(/\s+/).filter(Boolean).length >= WISH;
  return isWish && !OF_RULES.test(clause) ? rest : text;
}
