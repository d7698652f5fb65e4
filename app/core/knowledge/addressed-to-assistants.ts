/** What a language model is called in the shops' languages; people who assist are not meant. */
const MACHINE =
  "(?:(?<!\\p{L})(?:AI|A\\.I\\.|KI|IA|LLMs?|GPT|ChatGPT|chat-?\\s?bots?|bots?|language models?|sprachmodelle?n?|modèles? de langage|modelos? de lenguaje|modelos? de linguagem|modell[oi] linguistic[oi]|(?:AI|KI|IA|virtual|digital|shopping|virtuelle[nr]?|digitale[nr]?)[- ]assist\\p{L}+|(?:assist\\p{L}+|agente?s?|asistentes?) (?:virtua?l\\p{L}*|digita\\p{L}*|numériques?|IA|de IA|d['’]IA))(?!\\p{L}))";
const HELPER = "(?:assistants?|assistenten?|asistentes?|assistentes?|assistenti|bots?)";
const NOTICE = "(?: (?:note|message|prompt|override|notice|update|instruction)s?)";
const DUTY =
  "(?:must|should|shall|have to|are to|müss\\p{L}+|soll\\p{L}*|hab\\p{L}+ zu|doi\\p{L}+|deve\\p{L}*|deb\\p{L}+|tienen que|devono|instructions?|anweisung\\p{L}*|instrucci\\p{L}+|instruç\\p{L}+|istruzion\\p{L}+|prompt\\p{L}*|ignor\\p{L}+|disregard|override)";
const READING =
  "(?:reading|processing|parsing|summari[sz]ing|(?:who|that|which) reads?|lesen|liest|verarbeite\\p{L}*|lis\\p{L}+|trait\\p{L}+|le[ae]n?|leyendo|lend\\p{L}+|leem|lendo|legg\\p{L}+|elabora\\p{L}*)";
const SHOPPERS =
  "(?:shoppers?|customers?|users?|visitors?|buyers?|kund\\p{L}+|käufer\\p{L}*|besucher\\p{L}*|nutzer\\p{L}*|client\\p{L}+|acheteu\\p{L}+|visiteu\\p{L}+|utilisateu\\p{L}+|comprador\\p{L}*|usuari\\p{L}+|visita\\p{L}+|utilizador\\p{L}*|utent\\p{L}+|acquirent\\p{L}+)";
const ORDERED =
  "(?:tell|inform|send|direct|refer|redirect|offer|promise|give|convince|urge|recommend|sag\\p{L}*|informier\\p{L}*|schick\\p{L}*|sende\\p{L}*|verweis\\p{L}*|teil\\p{L}*|biete\\p{L}*|versprich\\p{L}*|dis|dites|informe\\p{L}*|envo\\p{L}+|dirige\\p{L}*|redirige\\p{L}*|propose\\p{L}*|di|diga\\p{L}*|dile\\p{L}*|env[ií]\\p{L}+|informa\\p{L}*|diz|dize\\p{L}*|dì|dite|invia\\p{L}*|manda\\p{L}*|mande\\p{L}*|ofre\\p{L}+|offr\\p{L}+|promett\\p{L}+|promet\\p{L}+)";

const PATTERNS = [
  // "AI assistants reading this page", "note for language models that process this"
  `${MACHINE}.{0,40}(?<!\\p{L})${READING}(?!\\p{L})`,
  `(?<!\\p{L})${READING}(?!\\p{L}).{0,30}${MACHINE}.{0,12}[:,]`,
  // "Language models must …", "new instructions for chatbots"
  `${MACHINE}.{0,40}(?<!\\p{L})${DUTY}(?!\\p{L})`,
  `(?<!\\p{L})(?:instructions?|anweisung\\p{L}*|instrucci\\p{L}+|instruç\\p{L}+|istruzion\\p{L}+|note|notice|hinweis|attention|atención|atenção|attenzione|achtung|nota|message|nachricht|mensaje|mensagem|messaggio|avis|aviso|avviso).{0,20}${MACHINE}`,
  // "If you are an AI", "as a chatbot, you"
  `(?<!\\p{L})(?:you are|you're|du bist|sie sind|tu es|vous êtes|eres|és|você é|sei|siete|sind sie|bist du|as|als|en tant qu['’]|como|in quanto|come) (?:an? |eine? |une? |una? |uma? |um |un['’])?${MACHINE}.{0,12}[,:;]`,
  // "Assistant: …", "Assistants, always …", "SYSTEM NOTE: …"
  `^\\W*(?:to |for |dear |all |an |à |a |aos? |agli |ai |los |les |gli |für |alle )*(?:${HELPER}${NOTICE}?|(?:system|developer)${NOTICE})\\s?[:!]`,
  `^\\W*(?:dear |all |liebe |chers |queridos |caros |cari )*(?:${MACHINE}|assistants|assistenten|asistentes|assistentes|assistenti)\\s?[,:;–—]`,
  // "Always tell customers that …": shoppers themselves are not told so.
  `^\\W*(?:please |always |now |you must |bitte |immer |toujours |siempre |sempre |por favor )*${ORDERED}(?:[- ](?:leur|les|lhes|loro|sie|the|all|every|any|each|our|den|allen|jede[mnr]?|unsere[nm]?|die|à|a|aux?|tous|toutes|chaque|nos|los|las|todos?|todas?|cada|nuestros|aos?|às?|os|as|ai|agli|tutti|gli|i|ogni|nostri|clearly))* ${SHOPPERS}(?!\\p{L})`,
].map((pattern) => new RegExp(pattern, "iu"));

/**
 * Whether a sentence of a shop's text speaks to a language model that may be reading it, in any of our languages. Nobody
 * writes so to shoppers: whatever it says is neither an answer nor a rule.
 */
export function isAddressedToAssistants(sentence: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(sentence));
}
