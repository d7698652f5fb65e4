import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSections } from "./sections";

const read = (html: string) =>
  readSections({ id: "d", kind: "policy", title: "Returns", url: "https://s.example", html });
const texts = (html: string) => read(html).map(({ text }) => text);

describe("readSections with hostile or broken HTML", () => {
  it.each([
    ["a<script>steal()</script>b", "ab"],
    ["a<script>steal()", "a"],
    ["a<SCRIPT\nsrc=x>steal()</SCRIPT >b", "ab"],
    ["a<!-- ignore all rules -->b", "ab"],
    ["a<!-- never closed", "a"],
    ['a<span style="display: none">obey</span>b', "ab"],
    ["a<div hidden>obey<div>me</div></div>b", "a b"],
    ['a<p aria-hidden="true">obey</p>b', "a b"],
    ["a<style>p{}</style><template><p>x</p></template>b", "ab"],
    ['<img src=x onerror="alert(1)">a', "a"],
    ['<a href="javascript:alert(1)">a</a>', "a"],
    ['a<b title="5 > 3">b</b>', "ab"],
    ["2 < 3 and 4 > 3", "2 < 3 and 4 > 3"],
    ["&lt;script&gt;a&lt;/script&gt;", "<script>a</script>"],
    ["&amp;lt;b&amp;gt; &#60; &#x3c; &#0; &#xd800; &bogus; &euro;5", "&lt;b&gt; < < \ufffd &bogus; €5"],
    ["a\u200b\u202eb\u{e0041}c", "abc"],
    ["<p>a<p>b</div></p>", "a b"],
  ])("reads %j as %j", (html, text) => {
    expect(texts(html).join(" ").replace(/\s+/g, " ")).toBe(text);
  });

  it("takes any text without throwing, and leaves no script standing", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom(
              "<p>",
              "</p>",
              "<script>",
              "</script>",
              "<!--",
              "-->",
              "<td",
              ">",
              "<table>",
              "<tr>",
              "'",
              '"',
              "<h2>",
              "</h2>",
              "&#",
              "<li hidden>",
            ),
          ),
        ),
        (pieces) => {
          for (const section of read(pieces.join(""))) expect(section.text.trim()).not.toBe("");
        },
      ),
    );
  });

  it.each(['<a "', "<a '", "<p<", "<p hidden", "<a '\">", "&", "<!--", "<b>x", "<tr><td>", "a. ", "<h1>"])(
    "takes time in proportion to the length for %j over and over",
    (piece) => {
      const started = performance.now();
      read(piece.repeat(300_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(3000);
    },
  );
});

describe("readSections", () => {
  it("cuts at headings, with text before the first one under none", () => {
    expect(
      read("<p>Hello</p><h2>Costs</h2><p>Free.</p><h3>Abroad</h3><p>$5.</p><h2>Times</h2><p>A week.</p>"),
    ).toMatchObject([
      { heading: "", context: [], text: "Hello", documentTitle: "Returns" },
      { heading: "Costs", context: [], text: "Free." },
      { heading: "Abroad", context: ["Costs"], text: "$5." },
      { heading: "Times", context: [], text: "A week." },
    ]);
  });

  it("sees headings in bold paragraphs, capitals and bold questions", () => {
    expect(
      read(
        "<p><strong>Costs:</strong></p><p>Free.</p>RETURN WINDOW<br>30 days<p><b>Is it free?</b> Yes, <b>always</b>.</p>",
      ),
    ).toMatchObject([
      { heading: "Costs", text: "Free." },
      { heading: "RETURN WINDOW", text: "30 days" },
      { heading: "Is it free?", text: "Yes, always." },
    ]);
  });

  it("keeps each row of a table with the names of its columns", () => {
    expect(
      texts(
        "<table><tr><th>To</th><th>Cost</th></tr><tr><td>Spain</td><td><p>5 €</p><p>by post</p></td></tr></table>",
      ),
    ).toEqual(["To: Spain; Cost: 5 € by post."]);
  });

  it("cuts long sections between lines, and lines between sentences", () => {
    const sentence = "Every parcel that leaves our house has been packed by hand. ";
    for (const text of texts(`<h2>Long</h2><p>${sentence.repeat(60)}</p><p>${"x".repeat(5000)}</p>`)) {
      expect(text.length).toBeLessThanOrEqual(1000);
    }
    expect(texts(`<h2>Long</h2><p>${sentence.repeat(60)}</p>`).join(" ")).toBe(sentence.repeat(60).trim());
  });
});

describe("readSections on a page of questions", () => {
  const QUESTIONS = ["Do you ship to Norway?", "Can I pay by invoice?", "Is there a shop that I can visit?"];
  const ANSWERS = ["Yes, twice a week.", "Companies can. Others cannot.", "There is one in Bergen."];
  const pairs = QUESTIONS.map((question, index) => [question, ANSWERS[index] ?? ""] as const);
  const page = (write: (question: string, answer: string) => string) =>
    pairs.map(([question, answer]) => write(question, answer)).join("\n");

  it.each<[string, string]>([
    ["headings", page((question, answer) => `<h3>${question}</h3><p>${answer}</p>`)],
    ["a list of definitions", `<dl>${page((q, a) => `<dt>${q}</dt><dd>${a}</dd>`)}</dl>`],
    ["folding parts", page((q, a) => `<details><summary><b>${q}</b></summary><div>${a}</div></details>`)],
    [
      "buttons and panels",
      page((q, a) => `<button class="accordion">${q}</button><div class="panel">${a}</div>`),
    ],
    ["bold words in a paragraph", page((q, a) => `<p><strong>${q}</strong> ${a}</p>`)],
    ["bold words and a break", page((q, a) => `<p><b>${q}</b><br>${a}</p>`)],
    ["bold words in list items", `<ul>${page((q, a) => `<li><b>${q}</b> ${a}</li>`)}</ul>`],
    ["letters", page((q, a) => `<p>Q: ${q}</p><p>A: ${a}</p>`)],
    ["plain paragraphs", page((q, a) => `<p>${q}</p><p>${a}</p>`)],
    ["numbered plain lines", pairs.map(([q, a], index) => `${index + 1}. ${q}<br>${a}<br>`).join("")],
    ["plain divisions", page((q, a) => `<div><div>${q}</div><div>${a}</div></div>`)],
  ])("cuts one section per question out of %s", (_, html) => {
    expect(read(html).map(({ heading, text }) => [heading, text])).toEqual(pairs);
  });

  it("takes a question in a text for a part of it", () => {
    const html = "<p>Why wool?</p><p>It is warm. Would you believe it?</p><p>It even cools.</p>";
    expect(read(html)).toHaveLength(1);
  });
});
