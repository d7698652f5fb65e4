import { describe, expect, it } from "vitest";
import { plainKnowledge } from "~/core/knowledge/fixtures/plain-knowledge";
import { createSectionRanking } from "~/core/knowledge/rank-sections";
import { readSections } from "~/core/knowledge/sections";
import { createChat } from "./fixtures/chat";
import { teaShop } from "./fixtures/invented-stores";

/** Sections that say what they are for in their headings alone. */
const RATES = {
  it: `<h2>Italia</h2><p>6,90 €, 2-4 giorni.</p><h2>Sardegna e Sicilia</h2><p>9,90 €, 4-6 giorni.</p>
    <h2>Unione Europea</h2><p>15 €, 4-8 giorni.</p><h2>Svizzera e Regno Unito</h2><p>29 €, 6-10 giorni.</p>
    <h2>Altri paesi</h2><p>Non spediamo fuori dall'Europa.</p>`,
  en: `<h2>Canada</h2><p>$8.50, three to seven business days.</p><h2>Yukon and Nunavut</h2><p>$24, eight to
    fifteen business days.</p><h2>United States</h2><p>$14, six to ten business days.</p>
    <h2>International</h2><p>We do not ship overseas.</p>`,
};

function chatOf(language: keyof typeof RATES) {
  const html = RATES[language];
  const ranking = createSectionRanking(
    readSections({
      id: "s",
      kind: "policy",
      title: "Shipping policy",
      url: "https://fernway.example/s",
      html,
    }),
  );
  const knowledge = plainKnowledge(async (_shop, question, limit) => ranking.rank(question, limit));
  return createChat({ ...teaShop(), knowledge, locale: language });
}

describe("a section whose heading alone says what it is for", () => {
  it.each([
    ["it", "spedite a Vienna?", "15 €"],
    ["it", "spedizione a Catania", "9,90 €"],
    ["it", "quanto costa spedire in Spagna?", "15 €"],
    ["it", "spedite in Svizzera?", "29 €"],
    ["it", "spedite a Milano?", "6,90 €"],
    ["it", "spedite in Canada?", "fuori dall'Europa"],
    ["en", "how much is posting to Nunavut?", "$24"],
    ["en", "do you deliver to Yukon?", "$24"],
    ["en", "do you ship to the USA?", "$14"],
    ["en", "do you ship to Toronto?", "$8.50"],
    ["en", "do you ship to Japan?", "overseas"],
  ] as const)("%s: %s", async (language, text, answer) => {
    const turn = await chatOf(language)(text);
    expect(turn.text).toContain(answer);
    for (const other of [
      "15 €",
      "9,90 €",
      "29 €",
      "6,90 €",
      "$24",
      "$14",
      "$8.50",
      "overseas",
      "fuori dall'",
    ])
      if (!answer.includes(other)) expect(turn.text).not.toContain(other);
  });

  it("answers for another place that is asked for next", async () => {
    const say = chatOf("it");
    await say("spedite in Svizzera?");
    expect((await say("e in Germania?")).text).toContain("15 €");
    expect((await say("e a Palermo?")).text).toContain("9,90 €");
  });
});

describe("a row of a table for the place", () => {
  it("comes before a section that merely speaks of it", async () => {
    const html = `<h2>Where and how much</h2><table><tr><th>To</th><th>Cost</th></tr><tr><td>Canada</td><td>$14</td></tr>
      <tr><td>European Union</td><td>$19</td></tr></table><p>We do not ship to other countries.</p>
      <h2>Duties</h2><p>Orders to Canada and the European Union may be charged duties on delivery.</p>`;
    const ranking = createSectionRanking(
      readSections({
        id: "s",
        kind: "policy",
        title: "Shipping policy",
        url: "https://fernway.example/s",
        html,
      }),
    );
    for (const text of ["do you ship to Germany?", "do you deliver to France", "shipping to Canada"])
      expect(ranking.rank(text, 3)[0]?.heading, text).toBe("Where and how much");
    expect(ranking.rank("do I pay duties in Germany?", 3)[0]?.heading).toBe("Duties");
  });
});
