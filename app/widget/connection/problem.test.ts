import { describe, expect, test } from "vitest";
import { later } from "../bring-later";
import { findProblem } from "./problem";

later.bring = () => import("../later");

const answer = (status: number, type: string, headers = {}) =>
  new Response("x", { status, headers: { "content-type": type, ...headers } });

describe("what an answer through the proxy means", async () => {
  test("a success of the wanted type is no problem", async () => {
    expect(
      await findProblem(answer(200, "text/event-stream; charset=utf-8"), "text/event-stream"),
    ).toBeNull();
  });

  test("a page where data was asked for is not ours, whatever its status", async () => {
    expect(await findProblem(answer(200, "text/html"), "application/json")).toEqual({ kind: "not-ours" });
    expect(await findProblem(answer(502, "text/html"), "application/json")).toEqual({ kind: "not-ours" });
    expect(await findProblem(answer(429, "text/html"), "application/json")).toEqual({ kind: "not-ours" });
  });

  test("a gateway that gave up waiting is a timeout", async () => {
    expect(await findProblem(answer(504, "text/html"), "application/json")).toEqual({ kind: "timeout" });
  });

  test("being sent to the password page means that the shop wants its password", async () => {
    const response = answer(200, "text/html");
    Object.defineProperties(response, {
      redirected: { value: true },
      url: { value: "https://shop.example/password" },
    });
    expect(await findProblem(response, "application/json")).toEqual({ kind: "password" });
  });

  test("a retry time that is no number is left out", async () => {
    const response = answer(429, "application/json", { "retry-after": "soon" });
    expect(await findProblem(response, "application/json")).toEqual({ kind: "rate-limited" });
  });
});
