// @vitest-environment happy-dom
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createLinks } from "./links";
import { type LinkTargets, renderBlock, splitBlocks } from "./markdown";
import { createStreamedText } from "./streamed-text";

const BASE = "https://shop.example/products/shirt";

function targets(): LinkTargets {
  const links = createLinks(BASE, "example.myshopify.com");
  links.trust("https://www.dhl.com/track?id=1");
  return links;
}

function render(text: string): HTMLElement {
  const element = document.createElement("div");
  for (const block of splitBlocks(text)) element.append(renderBlock(block, targets()));
  return element;
}

const ALLOWED_TAGS = new Set(["P", "UL", "OL", "LI", "STRONG", "EM", "A", "BR", "SUP"]);
const ALLOWED_HOSTS = new Set(["shop.example", "example.myshopify.com", "www.dhl.com"]);

function findDangers(element: HTMLElement): string[] {
  return [...element.querySelectorAll<HTMLElement>("*")].flatMap((node) => {
    const dangers = ALLOWED_TAGS.has(node.tagName) ? [] : [`<${node.tagName}>`];
    for (const { name } of node.attributes) {
      if (!["href", "target", "rel", "start"].includes(name)) dangers.push(`attribute ${name}`);
    }
    const href = node.getAttribute("href");
    if (href === null || /^mailto:[^\s?]+@[^\s?]+$/i.test(href)) return dangers;
    const url = new URL(href);
    if (!/^https?:$/.test(url.protocol) || !ALLOWED_HOSTS.has(url.host)) dangers.push(`link to ${href}`);
    return dangers;
  });
}

const HOSTILE = "../shared/data/hostile/xss";

function readPayloads(): string[] {
  const strings = (value: unknown): string[] => {
    if (typeof value === "string") return [value];
    if (typeof value === "object" && value !== null) return Object.values(value).flatMap(strings);
    return [];
  };
  return readdirSync(HOSTILE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const text = readFileSync(`${entry.parentPath}/${entry.name}`, "utf8");
      return entry.name.endsWith(".json") ? strings(JSON.parse(text)) : text.split("\n");
    });
}

describe.skipIf(!existsSync(HOSTILE))("hostile text (skipped without ../shared/data)", () => {
  test("becomes nothing but text, and links nowhere that is not allowed", () => {
    const payloads = readPayloads();
    expect(payloads.length).toBeGreaterThan(6000);
    for (const payload of payloads) {
      const uses = [
        payload,
        `[click](${payload})`,
        `[${payload}](https://shop.example)`,
        `**${payload}**`,
        `- ${payload}`,
      ];
      const dangers = findDangers(render(uses.join("\n\n")));
      if (dangers.length > 0) expect.fail(`${JSON.stringify(payload)}: ${dangers.join(", ")}`);
    }
  }, 120_000);
});

describe("links", () => {
  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "https://evil.example/",
    "//evil.example/",
    "https://shop.example@evil.example/",
    "https://user:pass@shop.example/",
    "https://shop.example.evil.example/",
    "http://[::1",
    "mailto:a@b.example?bcc=c@d.example",
    "mailto:a@b.example%0Abcc:c@d.example",
    "mailto:a@b.example,c@d.example",
    "blob:https://shop.example/1",
  ])("to %s stay text", (href) => {
    const element = render(`[here](${href})`);
    expect(element.querySelector("a")).toBeNull();
    expect(element.textContent).toContain("here");
  });

  test("to the store, its domain, a carrier of a card, a page of the store or mail are links", () => {
    const hrefs = [
      "https://shop.example/cart",
      "https://example.myshopify.com/x",
      "https://www.dhl.com/track?id=1",
      "/policies/refund-policy",
      "mailto:help@shop.example",
    ];
    for (const href of hrefs) expect(render(`[here](${href})`).querySelector("a")).not.toBeNull();
  });

  test("that stand bare in the text are links without the full stop after them", () => {
    const anchor = render("See https://www.dhl.com/track?id=1.").querySelector("a");
    expect(anchor?.getAttribute("href")).toBe("https://www.dhl.com/track?id=1");
  });

  test("with another address as their label do not pretend to lead there", () => {
    const element = render("[https://shop.example](https://www.dhl.com/x)");
    expect(element.querySelectorAll("a")).toHaveLength(1);
    expect(element.querySelector("a a")).toBeNull();
  });

  test("with a number as their label are no notes", () => {
    expect(render("See [1](/cart).").innerHTML).toMatch(/^<p>See <a [^>]*>1<\/a>\.<\/p>$/);
  });

  test("of a note stand close to the word before them", () => {
    expect(render("So it says [1].").textContent).toBe("So it says1.");
  });

  test("of a note are a small number until there are notes to lead to", () => {
    expect(render("So it says [1].").querySelector("sup")?.innerHTML).toBe("1");
  });
});

describe("the Markdown of replies", () => {
  test.each([
    ["**bold** and *slanted*", "<p><strong>bold</strong> and <em>slanted</em></p>"],
    ["**bold *and* slanted**", "<p>**bold <em>and</em> slanted**</p>"],
    ["__bold__ _slanted_", "<p><strong>bold</strong> <em>slanted</em></p>"],
    ["article AB_12_CD and 2 * 3 * 4", "<p>article AB_12_CD and 2 * 3 * 4</p>"],
    ["size 120*60*45 cm, *40* cm", "<p>size 120*60*45 cm, <em>40</em> cm</p>"],
    ["- one\n- two", "<ul><li>one</li><li>two</li></ul>"],
    ["Choose:\n- one\n- two\nThen go.", "<p>Choose:</p><ul><li>one</li><li>two</li></ul><p>Then go.</p>"],
    ["3. three\n4. four", '<ol start="3"><li>three</li><li>four</li></ol>'],
    ["a\nb\n\nc", "<p>a<br>b</p><p>c</p>"],
    ["## Title", "<p><strong>Title</strong></p>"],
    ["<b>not</b> &amp;", "<p>&lt;b&gt;not&lt;/b&gt; &amp;amp;</p>"],
    ["It costs $5 - cheap", "<p>It costs $5 - cheap</p>"],
  ])("%j", (text, html) => {
    expect(render(text).innerHTML).toBe(html);
  });

  test("looks the same streamed in any pieces as at once", () => {
    const text = "Hello **there**.\n\n1. one [x](/a)\n2. *two*\n\nBye, see https://shop.example/b.\n- a\n- b";
    const whole = render(text).innerHTML;
    for (const size of [1, 2, 3, 7, 20]) {
      const streamed = createStreamedText(targets());
      for (let end = size; end < text.length; end += size) streamed.update(text.slice(0, end), false);
      streamed.update(text, true);
      expect(streamed.element.innerHTML).toBe(whole);
    }
  });

  test("draws finished blocks once", () => {
    const streamed = createStreamedText(targets());
    streamed.update("One.\n\nTwo", false);
    const first = streamed.element.firstElementChild;
    streamed.update("One.\n\nTwo and more.\n\nThree", false);
    expect(streamed.element.firstElementChild).toBe(first);
  });

  test("never shows marks that are about to be closed", () => {
    const streamed = createStreamedText(targets());
    for (const text of [
      "It is **on",
      "It is **on its way**",
      "It is **on its way** [with",
      "It is **on its way** [with D](https://x",
    ]) {
      streamed.update(text, false);
      expect(streamed.element.textContent).not.toMatch(/[*[\]]/);
    }
  });

  test("is quick with text that is made to be slow", () => {
    const started = performance.now();
    for (const text of [
      "*".repeat(8000),
      "[".repeat(8000),
      "_a".repeat(4000),
      "[a](".repeat(2000),
      "**a ".repeat(2000),
    ]) {
      render(text);
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
