import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { PageContext } from "~/protocol/requests";
import type { AisleApi, AisleEvents } from "./api";

type Same<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;

/** The types that themes are given are those that the widget keeps: whatever differs does not compile. */
const same: {
  events: Same<AisleEvents, Aisle.Events>;
  context: Same<PageContext, Aisle.PageContext>;
  methods: Same<keyof AisleApi, keyof Aisle.Api>;
  there: (api: AisleApi) => Aisle.Api;
  back: (api: Aisle.Api) => AisleApi;
} = { events: true, context: true, methods: true, there: (api) => api, back: (api) => api };

const documented = readFileSync(new URL("../../docs/widget.md", import.meta.url), "utf8");
const shipped = readFileSync(new URL("../../public/aisle.d.ts", import.meta.url), "utf8");

test("everything that themes are given types for is documented", () => {
  expect(same.events && same.context && same.methods).toBe(true);
  const methods = [...shipped.matchAll(/^ {4}(\w+)[<(]/gm)].map(([, name]) => name);
  const [, events = ""] = /interface Events \{(.*?)\n {2}\}/s.exec(shipped) ?? [];
  const names = [...events.matchAll(/^ {4}"?([\w-]+)"?:/gm)].map(([, name]) => name);
  expect(methods).toHaveLength(6);
  expect(names).toHaveLength(10);
  for (const method of methods) expect(documented).toContain(`aisle.${method}(`);
  for (const name of names) expect(documented).toContain(`| \`${name}\` |`);
});
