import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  type ScriptedModel,
  type ScriptedStep,
  startScriptedModel,
} from "../../tests/support/scripted-model";
import { WRONG_KEY } from "../../tests/support/scripted-refusals";
import { OTHER_SHOP, openStorefront, SHOP } from "./fakes/storefront";
import { changeModels, findModelTroubles, loadModelsPage } from "./model-desk.server";
import { connectedModelNames } from "./models.server";

const KEY = "sk-very-secret-key-7f3a";

let storefront: Awaited<ReturnType<typeof openStorefront>>;
let server: ScriptedModel;
beforeAll(async () => {
  storefront = await openStorefront();
  server = await startScriptedModel({ dialect: "openai" });
});
afterAll(async () => {
  await server.close();
  await storefront.close();
});

const typed = (changes: object = {}) => ({
  ...{ position: null, provider: "openai", model: "gpt-5-mini", baseUrl: server.baseUrl, apiKey: KEY },
  ...changes,
});
const versionOf = async (shop = SHOP) => (await loadModelsPage(shop)).version;
async function change(what: object, shop = SHOP) {
  return changeModels(shop, { intent: "change", basedOn: await versionOf(shop), change: what });
}
const save = (changes: object = {}) => change({ intent: "save", ...typed(changes) });
const tryOut = (changes: object = {}) => changeModels(SHOP, { intent: "try", typed: typed(changes) });
afterEach(async () => {
  for (let left = (await loadModelsPage(SHOP)).models.length; left > 0; left -= 1)
    await change({ intent: "remove", position: 0 });
  server.play([{ kind: "reply", text: "Ready." }]);
});

describe("a merchant's models", () => {
  it.each([
    null,
    7,
    "x",
    {},
    { intent: "change" },
    { intent: "change", basedOn: "empty", change: { intent: "drop" } },
  ])("are not changed by %j", async (body) => {
    expect(await changeModels(SHOP, body)).toMatchObject({ status: "invalid" });
  });

  it("answer in her shop at once, in her order, and in no other", async () => {
    expect(await connectedModelNames(SHOP)).toEqual([]);
    await save();
    await save({ model: "gpt-5" });
    expect(await connectedModelNames(SHOP)).toEqual(["gpt-5-mini", "gpt-5"]);
    await change({ intent: "move", position: 1, to: 0 });
    expect(await connectedModelNames(SHOP)).toEqual(["gpt-5", "gpt-5-mini"]);
    expect(await connectedModelNames(OTHER_SHOP)).toEqual([]);
  });

  it("never tell their keys again", async () => {
    await save();
    const page = await loadModelsPage(SHOP);
    expect(page.models[0]?.keyEnd).toBe("7f3a");
    expect(JSON.stringify(page)).not.toContain("secret");
  });

  it("are not overwritten when somebody else changed them", async () => {
    const before = await versionOf();
    await save();
    const late = { intent: "change", basedOn: before, change: { intent: "save", ...typed({ model: "o9" }) } };
    expect(await changeModels(SHOP, late)).toEqual({ status: "stale" });
    expect(await connectedModelNames(SHOP)).toEqual(["gpt-5-mini"]);
  });
});

describe("a trial", () => {
  it("says the word that it got, with a key that is kept as with a new one", async () => {
    server.play([{ kind: "reply", text: "Hello!" }]);
    expect(await tryOut()).toMatchObject({ status: "answered", word: "Hello!" });
    await save();
    expect(await tryOut({ position: 0, apiKey: "" })).toMatchObject({ status: "answered" });
    expect(server.requests.at(-1)?.authorization).toBe(`Bearer ${KEY}`);
  });

  it.each<[string, ScriptedStep]>([
    ["key-refused", { kind: "error", status: 401 }],
    ["no-credit", { kind: "error", status: 429, code: "insufficient_quota" }],
    ["no-such-model", { kind: "error", status: 404 }],
    ["busy", { kind: "error", status: 429 }],
    ["provider-down", { kind: "error", status: 500 }],
    ["misunderstood", { kind: "error", status: 400 }],
    ["no-answer", { kind: "reply", text: [] }],
  ])("says %s in a word", async (reason, step) => {
    server.play([step]);
    expect(await tryOut({ apiKey: `another-${reason}` })).toEqual({ status: "failed", reason });
  });

  it("sends a kept key nowhere else", async () => {
    await save();
    const requests = server.requests.length;
    expect(await tryOut({ position: 0, apiKey: "", baseUrl: `${server.baseUrl}/elsewhere` })).toMatchObject({
      status: "invalid",
      problems: { apiKey: "empty" },
    });
    expect(server.requests).toHaveLength(requests);
  });

  it("that shows a refused key is told on the page, and where she looks first, until the key is another one", async () => {
    await save({ apiKey: `key-of-mine-${WRONG_KEY}` });
    await tryOut({ position: 0, apiKey: "" });
    expect((await loadModelsPage(SHOP)).models[0]?.condition).toMatchObject({
      status: "refused",
      cause: 401,
    });
    expect(await findModelTroubles(SHOP)).toMatchObject([
      { model: "gpt-5-mini", condition: { status: "refused", cause: 401 } },
    ]);
    expect(JSON.stringify(await findModelTroubles(SHOP))).not.toContain("key-of-mine");
    expect(await findModelTroubles(OTHER_SHOP)).toEqual([]);
    await save({ position: 0 });
    expect(await findModelTroubles(SHOP)).toEqual([]);
    expect((await loadModelsPage(SHOP)).models[0]?.condition).toEqual({ status: "well" });
  });
});
