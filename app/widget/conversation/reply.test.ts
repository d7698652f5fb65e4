import { describe, expect, test } from "vitest";
import { applyEvent, createReply } from "./reply";

describe("a reply", () => {
  test("drops everything but its turn when the server begins anew", () => {
    const reply = createReply();
    applyEvent(reply, { event: "turn-start", data: { turnId: "t", messageId: "m" } });
    applyEvent(reply, { event: "text-delta", data: { text: "Half a sen" } });
    applyEvent(reply, { event: "source", data: { n: 1, title: "Refund policy", url: "/policies" } });
    applyEvent(reply, { event: "reset", data: { reason: "restarted" } });
    expect(reply).toEqual(createReply({ turnId: "t" }));
  });

  test("keeps its cards and sources when only its words are taken back", () => {
    const source = { n: 1, title: "Returns", url: "/policies" };
    const reply = createReply({ turnId: "t", text: "Half", sources: [source] });
    applyEvent(reply, { event: "reset", data: { reason: "model-failed" } });
    expect(reply).toMatchObject({ text: "", sources: [source] });
  });

  test("replaces the status by the text once that comes", () => {
    const reply = createReply();
    applyEvent(reply, { event: "status", data: { label: "Looking…" } });
    expect(reply.status).toBe("Looking…");
    applyEvent(reply, { event: "text-delta", data: { text: "Found it" } });
    expect(reply).toMatchObject({ status: null, text: "Found it", outcome: null });
  });

  test("is over after an error, and keeps the server's words", () => {
    const reply = createReply();
    applyEvent(reply, { event: "error", data: { code: "x", message: "Sorry", retryAfterSeconds: 3 } });
    expect(reply.outcome).toBe("failed");
    expect(reply.failure).toMatchObject({ message: "Sorry", retryAfterSeconds: 3 });
  });

  test("ends as the server says", () => {
    const reply = createReply();
    const usage = { inputTokens: 1, outputTokens: 1 };
    applyEvent(reply, { event: "turn-end", data: { turnId: "t", outcome: "handed-off", model: "m", usage } });
    expect(reply).toMatchObject({ outcome: "handed-off", turnId: "t" });
  });
});
