import { describe, expect, it } from "vitest";
import { LANGUAGES } from "~/core/settings/settings";
import { createChat } from "./fixtures/chat";
import { teaShop } from "./fixtures/invented-stores";
import en from "./locales/en.json";

const customer = (changes = {}) =>
  createChat({ ...teaShop(), customerId: "7", firstName: "Ada", ...changes });

describe("each language", () => {
  it.each([
    ["es", "¿Me puedes decir dónde está mi pedido?", "está en camino"],
    ["es", "¿cuándo llega mi paquete?", "martes"],
    ["fr", "Où se trouve ma commande ?", "est en route"],
    ["fr", "quand vais-je recevoir mon colis ?", "mardi"],
    ["de", "Wo bleibt meine Bestellung?", "ist unterwegs"],
    ["de", "wann kommt mein Paket an", "Dienstag"],
    ["pt", "Onde está a minha encomenda?", "está a caminho"],
    ["pt", "quando chega meu pedido?", "24 de novembro"],
    ["it", "Dov'è il mio ordine?", "è in viaggio"],
    ["it", "quando arriva il mio pacco?", "martedì"],
  ])("tells where orders are: %s %s", async (_, text, answer) => {
    const turn = await customer()(text);
    expect(turn.text).toContain("#2042");
    expect(turn.text).toContain(answer);
  });

  it.each([
    ["es", "quiero hablar con una persona"],
    ["fr", "je voudrais parler à un conseiller"],
    ["de", "kann ich bitte mit einem Mitarbeiter sprechen?"],
    ["pt", "quero falar com um atendente"],
    ["it", "vorrei parlare con un operatore"],
  ])("hands over: %s", async (_, text) => {
    expect((await customer()(text)).calls.map(({ name }) => name)).toEqual(["hand_over"]);
  });

  it.each([
    ["es", "quiero devolver el hervidor", "return-item"],
    ["fr", "puis-je retourner un article ?", "policy"],
    ["de", "ich möchte etwas zurückschicken", "policy"],
    ["pt", "quero devolver um produto", "policy"],
    ["it", "vorrei restituire un articolo", "policy"],
  ])("asks the policies about returns: %s", async (_, text) => {
    expect((await customer()(text)).calls.map(({ name }) => name)).toContain("search_policies");
  });

  it.each(["es", "fr", "de", "pt", "it"])("agrees to its own offer: %s", async (locale) => {
    const cancel = {
      es: "cancela el pedido 2043",
      fr: "annulez la commande 2043",
      de: "bitte Bestellung 2043 stornieren",
      pt: "cancele o pedido 2043",
      it: "annulla l'ordine 2043",
    };
    const yes = { es: "sí", fr: "oui", de: "ja bitte", pt: "sim", it: "sì" };
    const say = customer({ locale });
    await say(cancel[locale as "es"]);
    expect((await say(yes[locale as "es"])).calls.map(({ name }) => name)).toEqual(["hand_over"]);
  });
});

describe("which language is spoken", () => {
  it("is the page's for texts that say nothing about it", async () => {
    expect((await customer({ locale: "de-DE" })("2042")).text).toContain("unterwegs");
  });

  it("stays with the shopper's own on a page in another one", async () => {
    expect((await customer({ locale: "en" })("wo ist meine bestellung")).text).toContain("unterwegs");
    expect((await customer({ locale: "de" })("where is my order?")).text).toContain("on its way");
  });

  it("is the shop's first for one that it does not speak", async () => {
    const behaviour = { languages: ["de", "en"] };
    expect((await customer({ behaviour })("où est ma commande ?")).text).toContain("unterwegs");
  });
});

describe("the phrases", () => {
  it.each(LANGUAGES)("are whole and have the same placeholders: %s", async (language) => {
    const { default: phrases } = (await import(`./locales/${language}.json`)) as {
      default: Record<string, unknown>;
    };
    expect(Object.keys(phrases)).toEqual(Object.keys(en));
    for (const [key, entry] of Object.entries(en)) {
      for (const said of textsOf(phrases[key])) {
        const own = placeholdersOf(said);
        const allowed = new Set(textsOf(entry).flatMap(placeholdersOf));
        expect(
          own.every((name) => allowed.has(name)),
          `${key}: ${said}`,
        ).toBe(true);
        expect(own.includes("url"), key).toBe(allowed.has("url"));
      }
    }
  });
});

function textsOf(entry: unknown): string[] {
  return typeof entry === "string" ? [entry] : Object.values(entry as Record<string, string>);
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
}
