import { words } from "~/lib/words";
import { joinUnits } from "./option-words";

/** Words that say that something is asked for, not what: they would only keep products from being found. */
const FILLERS = new Set(
  [
    "a an the of for in on to with and or do does you your have has got any some is are i i'm im am me my we want need",
    "looking look search find show give get buy sell available please can could would like what which that this it there",
    "un una unos unas el los las de del para en con y o tienes tienen hay busco quiero necesito algun alguna por favor me",
    "une le les des du pour dans avec et ou avez vous cherche je veux voudrais",
    "ein eine einen einem einer der die das den dem fur im mit und oder haben habt sie ihr ich suche mochte brauche gibt es",
    "um uma os para no na com e ou tem voces procuro quero preciso",
    "something anything everything stuff thing things someone etwas irgendwas irgendetwas sachen zeug quelque chose truc trucs",
    "que qui che cost costs costing kostet kosten coute coutent cuesta cuestan cueste cuesten custa custam custe costa costano costi costino",
    "product products produit produits producto productos prodotto prodotti produto produtos produkt produkte artikel article articles",
    "algo cosa cosas qualcosa cose roba alguma coisa coisas q",
    "uno il lo gli di del della per nel con e avete cerco vorrei",
  ].flatMap((line) => line.split(" ")),
);
const MAX_WORDS = 8;

/** "No" and "na" are "in the" in Portuguese only; there "lã" is wool, and no article. */
const PORTUGUESE = new Set(["no", "na", "nos", "nas"]);

/** The text as it was written, but for the words that say nothing of the thing; whole where no other word is in it. */
export function withoutFillers(text: string, locale: string): string {
  const isPortuguese = locale.toLowerCase().startsWith("pt");
  const isFiller = (word: string) =>
    PORTUGUESE.has(word) ? isPortuguese : FILLERS.has(word) || (word === "la" && !isPortuguese);
  const parts = text.split(/\s+/);
  const kept = parts.filter((part, at) => {
    const folded = words(part);
    if (folded.join() === "x") return /\d$/.test(parts[at - 1] ?? "") && /^\d/.test(parts[at + 1] ?? "");
    return folded.length > 0 && !folded.every(isFiller);
  });
  return kept.length > 0 ? kept.join(" ").replace(/[,;:!?.]+(?=\s|$)/g, "") : text;
}

/** Whether it names no thing at all: "something", "etwas für mich". */
export function saysNothing(text: string): boolean {
  return words(text).every((word) => FILLERS.has(word));
}

/** The words of a product query that say what is wanted, folded, at most eight. All of them where all are fillers. */
export function queryWords(query: string): string[] {
  const all = [...new Set(joinUnits(words(query)))];
  const telling = all.filter((word) => !FILLERS.has(word));
  return (telling.length > 0 ? telling : all).slice(0, MAX_WORDS);
}
