import { stem, words } from "~/lib/words";
import { splitElisions } from "./concept-counter";

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
    "necesito necesita gustaria queria quisiera podria podriais podeis pueden puede teneis tienen tiene vuestro vuestra vuestros vuestras nuestro nuestra sus mis ella ellos esto eso este esta ya muy mas tan aun todavia entonces algo alguien alguna alguno nada desde hasta sobre sin haceis hacen hago hacer ser sido fue sea vez hola gracias favor saber decir dime eso cuales quiere quieres vivo tengo",
    "voudrais voudrait veux veut faut faire fais fait faites dois doit sont-ils etes suis sera serai etait cela ca si tout tous toute toutes rien plus moins leur leurs notre nos lui elle elles eux meme aussi deja quand ou donc merci bonjour savoir dire ont avoir ete sans chez entre depuis possible est-ce peut-on y-a-t-il a-t-il proposez-vous acceptez-vous avez-vous pouvez-vous etes-vous puis-je ai-je dois-je",
    "brauche mochten mochtet gibt gibts geht etwas jemand noch schon auch nur mal bitte danke hallo eure euer eurer euren unser unsere sein seine dein deine mich mir dich dir sich ihm ihn ihnen dies diese dieser dieses wenn ob als dann doch alles alle jede jeder finde sagen wissen konnt konnten durft wollt macht machen seid sind waren hatte hatten bekomme bekommt",
    "preciso precisa gostaria queria podem podemos pode poderia tenho temos tem voces vossa vosso vossas seus suas nosso nossa isto isso este esta esse essa ja mais muito algum alguma alguem nada sobre ate desde sem entre fazer faco fazem ser sao foi seja ola obrigado obrigada favor saber dizer",
    "vorrei vorrebbe bisogno posso possiamo potete possono devo deve avete abbiamo hanno ho vostro vostra vostri vostre nostro nostra mio mia miei mie suo sua questo questa quello quella gia piu molto qualcosa qualcuno niente ancora anche solo fino senza fare faccio fate essere sono siete era ciao grazie favore sapere dire vi ci mi ti si",
  ].flatMap((line) => line.split(" ")),
);

/** Whether a folded word of a question says what it is about. */
export const isTelling = (word: string) => word.length > 1 && !STOP_WORDS.has(word);

/** All words of a text that count, as stems, repeated as often as they stand in it. */
export function textStems(text: string): string[] {
  return words(splitElisions(text))
    .filter((word) => !STOP_WORDS.has(word))
    .flatMap((word) => (word.includes("-") ? [word, ...word.split("-")] : [word]))
    .map(stem);
}
