import { describe, expect, test } from "vitest";
import { problemOf } from "./problem";

const answer = (status: number, type: string, headers = {}) =>
  new Response("x", { status, headers: { "content-type": type, ...headers } });

describe("what an answer through the proxy means", () => {
  test("a success of the wanted type is no problem", () => {
    expect(problemOf(answer(200, "text/event-stream; charset=utf-8"), "text/event-stream")).toBeNull();
  });

  test("a page where data was asked for is not ours, whatever its status", () => {
    expect(problemOf(answer(200, "text/html"), "application/json")).toEqual({ kind: "not-ours" });
    expect(problemOf(answer(502, "text/html"), "application/json")).toEqual({ kind: "not-ours" });
    expect(problemOf(answer(429, "text/html"), "application/json")).toEqual({ kind: "not-ours" });
  });

  test("a gateway that gave up waiting is a timeout", () => {
    expect(problemOf(answer(504, "text/html"), "application/json")).toEqual({ kind: "timeout" });
  });

  test("being sent to the password page means that the shop wants its password", () => {
    const response = answer(200, "text/html");
    Object.defineProperties(response, {
      redirected: { value: true },
      url: { value: "https://shop.example/password" },
    });
    expect(problemOf(response, "application/json")).toEqual({ kind: "password" });
  });

  test("a retry time that is no number is left out", () => {
    const response = answer(429, "application/json", { "retry-after": "soon" });
    expect(problemOf(response, "application/json")).toEqual({ kind: "rate-limited" });
  });
});
