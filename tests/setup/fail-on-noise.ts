import net from "node:net";
import { afterEach, beforeEach, expect } from "vitest";

/** Heard by everything in this process; test files that share one have one ear as well. */
const shared = globalThis as { aisleNoise?: string[] };
shared.aisleNoise ??= listen();
const noise = shared.aisleNoise;

function listen(): string[] {
  const heard: string[] = [];
  const printError = console.error;
  console.error = (...parts: unknown[]) => {
    heard.push(`console.error: ${parts.map(String).join(" ")}`);
    printError(...parts);
  };

  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (this: net.Socket, ...parameters: unknown[]) {
    const host = hostOf(parameters);
    if (isLocal(host)) return Reflect.apply(connect, this, parameters);
    heard.push(`network call to ${host}`);
    process.nextTick(() => this.destroy(new Error(`Tests do not call ${host}.`)));
    return this;
  } as typeof connect;
  return heard;
}

/** Tests call servers that they started themselves, so every connection of fetch, http, pg and the rest stays here. */
function isLocal(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d+){3}$/.test(host);
}

/** `connect` takes (options), (path), (port, host), or an array of those from `net.connect`. */
function hostOf(parameters: unknown[]): string {
  const [first, second] = (Array.isArray(parameters[0]) ? parameters[0] : parameters) as unknown[];
  if (typeof first === "object" && first !== null) {
    const { host, path } = first as { host?: string; path?: string | null };
    return path ? "localhost" : (host ?? "localhost");
  }
  return typeof second === "string" ? second : "localhost";
}

beforeEach(() => {
  noise.length = 0;
});

// An unhandled rejection needs nothing here: vitest fails the run by itself.
afterEach(() => {
  expect(noise, "noise that the test did not expect (see takeNoise)").toEqual([]);
});

/** For a test that provokes noise: what was heard so far, which then no longer fails it. */
export function takeNoise(): string[] {
  return noise.splice(0);
}
