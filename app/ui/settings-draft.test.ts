import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "~/core/settings/settings";
import { draftOf, isSameDraft, settingsOf } from "./settings-draft";

const draft = draftOf({ ...DEFAULT_SETTINGS, forbiddenTopics: ["politics", "medical advice"] });

test("settings survive the way into the form and back", () => {
  expect(settingsOf(draft)).toEqual({ ...DEFAULT_SETTINGS, forbiddenTopics: ["politics", "medical advice"] });
});

test("an empty line in a list is no topic and no change", () => {
  const typed = { ...draft, forbiddenTopics: "politics \n\n  medical advice\n" };
  expect(settingsOf(typed).forbiddenTopics).toEqual(["politics", "medical advice"]);
  expect(isSameDraft(typed, draft)).toBe(true);
});

test("tags stand between commas, and an empty one is none", () => {
  const toolTags = { ...draft.toolTags, add_to_cart: " VIP,, wholesale ," };
  expect(settingsOf({ ...draft, toolTags }).toolTags).toMatchObject({ add_to_cart: ["VIP", "wholesale"] });
  const settings = { ...DEFAULT_SETTINGS, toolTags: { ...DEFAULT_SETTINGS.toolTags, add_to_cart: ["VIP"] } };
  expect(settingsOf(draftOf(settings))).toEqual(settings);
});

test("another order of languages is a change, since the first one counts", () => {
  expect(isSameDraft({ ...draft, languages: ["de", "en"] }, { ...draft, languages: ["en", "de"] })).toBe(
    false,
  );
});

test("ceilings are dollars to a person and cents to the server; what is no number goes on as it was typed", () => {
  const ceilings = { month: "12,50", day: "", shopperDay: "0.1", turnTokens: "lots" };
  expect(settingsOf({ ...draft, ceilings }).ceilings).toEqual({
    monthCents: 1_250,
    dayCents: null,
    shopperDayCents: 10,
    turnTokens: "lots",
  });
});
