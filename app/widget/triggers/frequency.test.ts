import { expect, test } from "vitest";
import type { Memory } from "../storage";
import { createFrequency } from "./frequency";
import type { TriggerPlan } from "./trigger-plan";

function memory(): Memory {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => {
      if (value === null) kept.delete(key);
      else kept.set(key, value);
    },
  };
}

const HOUR = 3_600_000;

function shopper(every: TriggerPlan["every"]) {
  const lasting = memory();
  let session = memory();
  let now = 1_800_000_000_000;
  return {
    page: () => createFrequency(every, session, lasting, () => now),
    comesBackAfter(hours: number) {
      now += hours * HOUR;
      session = memory();
    },
  };
}

test("one bubble a page, where the merchant wants no less", () => {
  const { page } = shopper("page");
  const first = page();
  first.shown();
  expect(first.mayShow()).toBe(false);
  expect(page().mayShow()).toBe(true);
});

test("one a session", () => {
  const { page, comesBackAfter } = shopper("session");
  page().shown();
  expect(page().mayShow()).toBe(false);
  comesBackAfter(1);
  expect(page().mayShow()).toBe(true);
});

test("one in so many days, whatever the session", () => {
  const { page, comesBackAfter } = shopper("week");
  page().shown();
  comesBackAfter(6 * 24);
  expect(page().mayShow()).toBe(false);
  comesBackAfter(25);
  expect(page().mayShow()).toBe(true);
});

test.each(["page", "session", "day"] as const)(
  "never again in the session once she wants quiet: %s",
  (every) => {
    const { page, comesBackAfter } = shopper(every);
    page().quiet();
    expect(page().mayShow()).toBe(false);
    comesBackAfter(48);
    expect(page().mayShow()).toBe(true);
  },
);
