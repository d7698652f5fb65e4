// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { SessionMessage, UpdatesResponse } from "~/protocol/requests";
import type { Result } from "../connection/problem";
import { type ReplyWatch, watchReplies } from "./watch-replies";

const SECOND = 1_000;
const MINUTE = 60_000;

let isOpen = true;
let asked: (string | null)[] = [];
let heard: string[] = [];
let answer: Result<UpdatesResponse>;
let watch: ReplyWatch;

const said = (id: string, role: SessionMessage["role"] = "person"): SessionMessage => ({
  ...{ id, role, text: id, createdAt: "2026-11-20T10:00:00.000Z", turnId: null },
  ...{ cards: [], sources: [] },
});
const nothingNew = (handedOff = true): Result<UpdatesResponse> => ({
  status: "ok",
  value: { messages: [], handedOff },
});

function hidePage(hidden: boolean): void {
  Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}

async function questionsWithin(milliseconds: number): Promise<number> {
  const before = asked.length;
  await vi.advanceTimersByTimeAsync(milliseconds);
  return asked.length - before;
}

beforeEach(() => {
  vi.useFakeTimers();
  isOpen = true;
  asked = [];
  heard = [];
  answer = nothingNew();
  // What was watched before still hears that the page is seen again.
  const ofThisTest = asked;
  watch = watchReplies({
    async ask(after) {
      ofThisTest.push(after);
      return answer;
    },
    isOpen: () => isOpen,
    onMessage: ({ text }) => heard.push(text),
  });
});
afterEach(() => {
  hidePage(false);
  vi.useRealTimers();
});

describe("persons' replies are asked for", () => {
  test("never before the conversation is theirs, nor once it no longer is", async () => {
    watch.start("m1", false);
    expect(await questionsWithin(10 * MINUTE)).toBe(0);
    watch.start("m1", true);
    answer = nothingNew(false);
    expect(await questionsWithin(10 * MINUTE)).toBe(1);
  });

  test("every five seconds while something was just said, then every fifteen", async () => {
    watch.start("m1", true);
    expect(await questionsWithin(2 * MINUTE)).toBe(24);
    expect(await questionsWithin(5 * MINUTE)).toBe(20);
  });

  test("once a minute while the panel is closed", async () => {
    isOpen = false;
    watch.start("m1", true);
    expect(await questionsWithin(5 * MINUTE)).toBe(5);
  });

  test("not at all in a page that nobody sees, and at once when it is seen again", async () => {
    watch.start("m1", true);
    hidePage(true);
    expect(await questionsWithin(10 * MINUTE)).toBe(0);
    hidePage(false);
    expect(await questionsWithin(SECOND)).toBe(1);
  });

  test("at once when the panel is opened", async () => {
    isOpen = false;
    watch.start("m1", true);
    isOpen = true;
    watch.hurry();
    expect(await questionsWithin(SECOND)).toBe(1);
  });

  test("no sooner than the server has asked for", async () => {
    watch.start("m1", true);
    answer = { status: "failed", problem: { kind: "rate-limited", retryAfterSeconds: 90 } };
    expect(await questionsWithin(MINUTE)).toBe(1);
    expect(await questionsWithin(MINUTE)).toBe(1);
  });

  test("again after the network was away", async () => {
    watch.start("m1", true);
    answer = { status: "failed", problem: { kind: "offline" } };
    await questionsWithin(MINUTE);
    answer = { status: "ok", value: { messages: [said("p1")], handedOff: true } };
    await questionsWithin(20 * SECOND);
    expect(heard).toEqual(["p1"]);
  });
});

test("each is told once, from the newest on that is known, and nobody else's words are", async () => {
  watch.start("m1", true);
  answer = { status: "ok", value: { messages: [said("p1"), said("m2", "shopper")], handedOff: true } };
  await questionsWithin(11 * SECOND);
  expect(heard).toEqual(["p1"]);
  expect(asked).toEqual(["m1", "m2"]);
});
