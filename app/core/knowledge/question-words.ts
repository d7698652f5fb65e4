import { stem, words } from "~/lib/words";

/** Words that questions are made of in any of the languages: they say nothing about what is asked. */
const STOP_WORDS = new Set(
  [
    "a an the and or but if of at by for from in into on onto to with about as than then so no not only just also too very any some all",
    "i me my mine we us our you your yours he she it its they them their this that these those there here who what which when where why how",
    "is are am was were be been being do does did done have has had can could will would shall should may might must i'm i've it's don't",
    "get got want need like know tell please thanks hi hello hey let give make take does say much many long ever still yet after before",
    "un una unos unas el la los las lo de del en con y o que se es son esta estan hay por para como cual cuales cuantos cuantas cuando donde quien mi me tu su no si puedo puede quiero tengo tiene",
    "le les des du une et ou est sont il elle je tu nous vous mon ma mes votre vos ce cette ces dans sur pour avec par que qui quoi quel quelle quels quelles comment puis peux peut ai avez a au aux ne pas",
    "welche welcher welches welchen der die das den dem des ein eine einen einem einer und oder ist sind bin war ich du er sie es wir ihr mein meine meinen ihre kann konnen mochte will habe hat haben wie was wer wo wann warum fur mit von zu zum zur auf in im an am nicht kein bei nach aus uber man darf durfen muss mussen soll sollen wird werden wurde ihr euch uns",
    "o os as um uma uns e ou da do das dos na no nas nos em com por para que como quais quantos quantas qual quando onde quem eu meu minha voces voce posso pode quero tenho tem ha nao se",
    "il lo gli i uno una e o di del della dei delle nel nella con per che come quale quando dove chi mio mia posso puo voglio ho ha avete sono non si c'e cosa quanto",
  ].flatMap((line) => line.split(" ")),
);

/** The folded words of a question that say what it is about, each once. */
export function tellingWords(question: string): string[] {
  return [...new Set(words(question))].filter((word) => word.length > 1 && !STOP_WORDS.has(word));
}

/** All words of a text that count, as stems, repeated as often as they stand in it. */
export function textStems(text: string): string[] {
  return words(text)
    .filter((word) => !STOP_WORDS.has(word))
    .flatMap((word) => (word.includes("-") ? [word, ...word.split("-")] : [word]))
    .map(stem);
}
