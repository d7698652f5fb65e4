import { expect, it } from "vitest";
import { findPromises } from "./find-promises";

it.each([
  ["Your lamp is here. We’ll send it tomorrow! Anything else?", ["We’ll send it tomorrow!"]],
  ["Nuestro equipo se pondrá en contacto contigo.", ["Nuestro equipo se pondrá en contacto contigo."]],
  ["Bien sûr. Notre équipe va vous répondre.", ["Notre équipe va vous répondre."]],
  ["Gern. Jemand wird sich melden.", ["Jemand wird sich melden."]],
  ["Alguém vai responder.", ["Alguém vai responder."]],
  ["Riceverai una risposta.", ["Riceverai una risposta."]],
])("finds what is let expected in %j", (text, promises) => {
  expect(findPromises(text)).toEqual(promises);
});

it.each(["It is in stock.", "Shall I ask our team? Will you be there?", "Goodwill shops still willing", ""])(
  "finds none in %j",
  (text) => {
    expect(findPromises(text)).toEqual([]);
  },
);
