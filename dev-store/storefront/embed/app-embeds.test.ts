import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import express from "express";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startDevStore, type TestDevStore } from "../../test-support/start-dev-store";
import { createStorefrontRouter } from "../router";

const BLOCK = `<div data-colour="{{ block.settings.colour }}" data-wide="{{ block.settings.wide }}">
{{ 'greeting' | t: name: product.title }} {{ 'widget.js' | asset_url }} {% render 'part', label: shop.name %}</div>
{% schema %}
{"name": "t:block.name", "target": "body", "javascript": "widget.js", "disabled_on": {"templates": ["cart"]},
 "settings": [{"type": "color", "id": "colour", "label": "t:block.colour", "default": "#112233"},
              {"type": "checkbox", "id": "wide", "label": "Wide", "default": true}]}
{% endschema %}`;
const FILES: Record<string, string> = {
  "extensions/demo/blocks/demo.liquid": BLOCK,
  "extensions/demo/blocks/section.liquid": `in a section {% schema %}{"name": "S", "target": "section"}{% endschema %}`,
  "extensions/demo/snippets/part.liquid": "<i>{{ label | escape }}</i>",
  "extensions/demo/locales/en.default.json": `{"greeting": "Hello {{ name }}!"}`,
  "extensions/demo/locales/pt-BR.json": `{"greeting": "Olá {{ name }}!"}`,
  "extensions/demo/locales/en.default.schema.json": `{"block": {"name": "Demo", "colour": "Colour"}}`,
  "extensions/demo/assets/widget.js": "console.log(1);",
};

let folder: string;
let store: TestDevStore;
let url: string;
let server: ReturnType<express.Express["listen"]>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "embeds-"));
  for (const [file, content] of Object.entries(FILES)) write(file, content);
  store = await startDevStore();
  const context = { ...store.context, config: { ...store.context.config, projectRoot: folder } };
  server = express().use(createStorefrontRouter(context)).listen(0);
  url = `http://localhost:${(server.address() as { port: number }).port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  write("extensions/demo/blocks/demo.liquid", BLOCK);
  store.context.installation.grant();
  setEmbed(true);
});

function write(file: string, content: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}
function setEmbed(on: boolean, settings: Record<string, unknown> = {}): void {
  store.context.state.update((state) => {
    state.embed = { on, settings };
  });
}
const page = async (path: string) => (await fetch(url + path)).text();

describe("an app embed", () => {
  it("is not there until the merchant turns it on", async () => {
    setEmbed(false);
    expect(await page("/")).not.toContain("data-colour");
  });

  it("is not there when the app was uninstalled, though the theme still says on", async () => {
    store.context.state.update((state) => {
      state.installation = null;
    });
    expect(await page("/")).not.toContain("data-colour");
  });

  it("stands at the end of the body, with its defaults, texts, snippets and script", async () => {
    const html = await page("/products/rain-jacket");
    expect(html).toMatch(
      /<div id="shopify-block-[\w-]+" class="shopify-block shopify-app-block">[\s\S]*<\/div><\/body>/,
    );
    expect(html).toContain('data-colour="#112233" data-wide="true"');
    expect(html).toContain("Hello Rain Jacket!");
    expect(html).toContain("<i>Test &amp; Sons</i>");
    expect(html).toMatch(/<script src="\/extensions\/demo\/assets\/widget\.js\?v=\w+" defer><\/script>/);
  });

  it("has the settings that were saved", async () => {
    setEmbed(true, { colour: "#abcdef", wide: false });
    expect(await page("/")).toContain('data-colour="#abcdef" data-wide="false"');
  });

  it("speaks the language of the page, and a region's where the language has no file", async () => {
    expect(await page("/products/rain-jacket?locale=pt")).toContain("Olá Rain Jacket!");
    expect(await page("/products/rain-jacket?locale=fr")).toContain("Hello Rain Jacket!");
  });

  it("stays away from templates that it is disabled on", async () => {
    expect(await page("/cart")).not.toContain("data-colour");
  });

  it("leaves blocks that belong into a section out", async () => {
    expect(await page("/")).not.toContain("in a section");
  });

  it("shows an edit of its file at the next page", async () => {
    write("extensions/demo/blocks/demo.liquid", BLOCK.replace("data-colour", "data-edited"));
    expect(await page("/")).toContain("data-edited");
  });

  it("gives out its assets compressed, to any origin, and for a year", async () => {
    const src = /\/extensions\/demo\/assets\/widget\.js\?v=\w+/.exec(await page("/"))?.[0];
    const response = await fetch(url + src, { headers: { "accept-encoding": "gzip" } });
    expect(await response.text()).toBe("console.log(1);");
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("cache-control")).toContain("max-age=31536000");
  });
});
