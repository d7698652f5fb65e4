import { fold } from "~/lib/words";

/** How a promise begins in the languages that the assistant speaks, without accents. */
const PROMISE = new RegExp(
  `(?<!\\p{L})(?:${[
    "i['’]ll|i will|we['’]ll|we will|you['’]ll (?:get|receive|be)|you will (?:get|receive|be)|(?:our team|somebody|someone) will|(?:i|we) promise|guaranteed?",
    "voy a|vamos a|nuestro equipo se|alguien se pondra|recibiras?|recibira|prometo|prometemos|garantizamos",
    "je vais|nous allons|notre equipe va|quelqu['’]un va|vous recevrez|tu recevras|je promets|nous promettons|garantissons",
    "ich werde|wir werden|unser team wird|jemand wird|(?:du bekommst|sie bekommen|du erhaltst|sie erhalten)|verspreche|garantieren",
    "(?:eu )?vou|vamos|nossa equip[ae] vai|alguem vai|recebera|prometo|prometemos|garantimos",
    "il nostro team (?:ti|la|si)|qualcuno (?:ti|la|si)|riceverai?|ricevera|prometto|promettiamo|garantiamo",
  ].join("|")})(?!\\p{L})`,
  "u",
);

/** Sentences of a reply in which the assistant lets the shopper expect something; questions are none. */
export function findPromises(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => !sentence.endsWith("?") && PROMISE.test(fold(sentence)));
}
