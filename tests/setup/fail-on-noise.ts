import { afterEach, beforeEach, expect } from "vitest";

/** Addresses that a test may call: servers that it started itself. */
const LOCAL_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);

const noise: string[] = [];

const realConsoleError = console.error;
console.error = (...parts: unknown[]) => {
  noise.push(`console.error: ${parts.map(String).join(" ")}`);
  realConsoleError(...parts);
};

const realFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (/^https?:$/.test(url.protocol) && !LOCAL_HOSTS.has(url.hostname)) {
    noise.push(`network call to ${url.host}`);
    throw new TypeError(`Tests do not call ${url.host}.`);
  }
  return realFetch(input, init);
};

beforeEach(() => {
  noise.length = 0;
});

// An unhandled rejection fails the run by itself: vitest reports it.
afterEach(() => {
  expect(noise, "noise that the test did not expect (see takeNoise)").toEqual([]);
});

/** For a test that provokes noise: what was heard so far, which then no longer fails it. */
export function takeNoise(): string[] {
  return noise.splice(0);
}
