import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDevStore, type TestDevStore } from "../test-support/start-dev-store";

const FILES: Record<string, string> = {
  "layout/theme.liquid":
    "<html><head>{{ content_for_header }}<style>{{ settings.ink.rgb }}|{{ settings.deep | color_darken: 10 }}</style></head><body>{% sections 'header-group' %}{{ content_for_layout }}</body></html>",
  "config/settings_schema.json": `[{"name": "Colours", "settings": [
    {"type": "color", "id": "deep", "default": "{{ settings.ink }}"},
    {"type": "color", "id": "ink", "default": "#336699"},
    {"type": "font_picker", "id": "type", "default": "assistant_n4"},
    {"type": "color_scheme_group", "id": "schemes"}]}]`,
  "config/settings_data.json": `/* made by the editor */ {"current": "Default", "presets": {"Default": {
    // a comment that Shopify takes
    "schemes": {"scheme-1": {"settings": {"background": "#ff0000"}}}, }}}`,
  "locales/en.default.json": `{"sale": {"price_html": "From {{ price }}"}}`,
  "locales/en.default.schema.json": `{"names": {"hello": "Hello there"}}`,
  "sections/header-group.json": `{"sections": {"bar": {"type": "bar", "settings": {}}}, "order": ["bar"]}`,
  "sections/bar.liquid":
    '<b>{{ section.id }} {{ section.location }} {{ section.settings.words }}</b>{% schema %}{"name": "Bar", "tag": "header", "settings": [{"type": "text", "id": "words", "default": "t:names.hello"}]}{% endschema %}',
  "templates/product.json": `{"sections": {"main": {"type": "main", "settings": {"scheme": "scheme-1"},
    "blocks": {"a": {"type": "words", "settings": {"text": "<i>{{ closest.product.title }}</i>"}},
               "b": {"type": "group", "blocks": {"c": {"type": "words", "settings": {"text": "inner"}}}, "block_order": ["c"]},
               "d": {"type": "words", "disabled": true},
               "pinned": {"type": "words", "static": true, "settings": {"text": "pinned"}}},
    "block_order": ["a", "b", "d"]}}, "order": ["main"]}`,
  "sections/main.liquid": `{% stylesheet %}.once{}{% endstylesheet %}<p class="color-{{ section.settings.scheme }}">{{ section.settings.scheme.settings.background.red }}</p>
{% content_for 'blocks' %}[{% content_for 'block', type: 'words', id: 'pinned', closest.product: product %}]
{{ settings.type.family }} {{ settings.type | font_modify: 'weight', 'bold' | json }} {{ settings.type.fallback_families }}
{% render 'part' %}{{ 'sale.price_html' | t: price: '<b>1</b>' }}
{% for value in product.options_with_values[0].values %}{% if value == 'S' %}{{ value.name }} {{ value.selected }};{% endif %}{% endfor %}
{{ 'arrow.svg' | inline_asset_content }} {{ collections.all.products | where: 'handle', product.handle | map: 'title' | join }}
{% schema %}{"name": "Main", "settings": [{"type": "color_scheme", "id": "scheme"}]}{% endschema %}`,
  "snippets/part.liquid": "{% stylesheet %}.once{}{% endstylesheet %}<u>{{ section.id }}</u>",
  "blocks/words.liquid":
    '{% doc %} {{ never }} {% enddoc %}{{ block.settings.text }}{% schema %}{"name": "Words", "tag": "span", "settings": [{"type": "text", "id": "text"}]}{% endschema %}',
  "blocks/group.liquid":
    '<div>{% content_for "blocks" %}</div>{% schema %}{"name": "Group", "tag": null}{% endschema %}',
  "templates/404.liquid": "{% layout none %}gone",
  "templates/blog.liquid": "{{ blog.title | no_such_filter }}",
  "assets/arrow.svg": "<svg></svg>",
  "assets/variables.css.liquid": ":root{--ink:{{ settings.ink }}}",
};

let folder: string;
let store: TestDevStore;
let product: string;
const read = async (path: string) => (await fetch(store.url + path)).text();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "foreign-theme-"));
  for (const [file, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  process.env.THEME_DIR = folder;
  store = await startDevStore();
  product = await read("/products/rain-jacket");
  delete process.env.THEME_DIR;
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a theme that is not ours", () => {
  it("has colours with parts, also such as name another setting", () => {
    expect(product).toContain("<style>51 102 153|#264d73</style>");
  });

  it("has sections in groups, with texts of its schema and the element that it asks for", () => {
    expect(product).toContain(
      '<header id="shopify-section-sections--header-group__bar" class="shopify-section"><b>sections--header-group__bar header Hello there</b></header>',
    );
  });

  it("has colour schemes, by name and by colour", () => {
    expect(product).toContain('<p class="color-scheme-1">255</p>');
  });

  it("draws theme blocks in their order, nested ones inside, and static ones where the section says", () => {
    const text = product.replace(/<\/?(?:span|div)[^>]*>/g, "");
    expect(text).toMatch(/<i>Rain Jacket<\/i>inner\[pinned\]/);
    expect(product).toContain(
      '<span id="shopify-block-template--main__b__c" class="shopify-block">inner</span>',
    );
  });

  it("shows its snippets the section, and a style sheet once", () => {
    expect(product).toContain("<u>template--main</u>");
    expect(product.match(/\.once/g)).toHaveLength(1);
  });

  it("has fonts of the shopper's own system", () => {
    expect(product).toContain('Assistant "assistant_n4" sans-serif');
  });

  it("puts markup into texts that say so, and option values where text is wanted", () => {
    expect(product).toContain("From <b>1</b>");
    expect(product).toContain("S true;");
  });

  it("reads assets, and makes those that are Liquid", async () => {
    expect(product).toContain("<svg></svg> Rain Jacket");
    expect(await read("/cdn/shop/assets/variables.css")).toBe(":root{--ink:#336699}");
  });

  it("is without a layout where a template says so", async () => {
    expect(await read("/nowhere")).toBe("gone");
  });

  it("renders one section by its id, as themes ask for it", async () => {
    const section = await read("/products/rain-jacket?section_id=template--main");
    expect(section).toMatch(/^<div id="shopify-section-template--main"/);
  });

  it("has our own pages in its layout where it has none", async () => {
    const login = await read("/account/login");
    expect(login).toContain("shopify-section-sections--header-group__bar");
    expect(login).toContain("Ana Lima");
  });

  it("is told of a filter that nobody knows", async () => {
    const response = await fetch(`${store.url}/blogs/news`);
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("undefined filter: no_such_filter");
  });
});
