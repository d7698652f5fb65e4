import { describe, expect, it } from "vitest";
import type { Message } from "../conversation/conversation";
import type { Handoff, HandoffRepository } from "./handoff";
import { type HandoffWish, requestHandoff } from "./request-handoff";

const AT = new Date("2026-11-21T12:00:00.000Z");

function message(role: Message["role"], text: string): Message {
  return { id: text, role, text, createdAt: AT, turnId: null, cards: [], sources: [] };
}

function repository(): HandoffRepository & { stored: Handoff[] } {
  const stored: Handoff[] = [];
  return {
    stored,
    async open(handoff) {
      const known = stored.find(
        ({ conversationId, resolvedAt }) => conversationId === handoff.conversationId && !resolvedAt,
      );
      if (!known) {
        stored.push(handoff);
        return { handoff, isNew: true };
      }
      known.email = handoff.email ?? known.email;
      known.note = handoff.note ?? known.note;
      return { handoff: known, isNew: false };
    },
    async markEmailed(id, at) {
      const known = stored.find((handoff) => handoff.id === id);
      if (known) known.emailedAt = at;
    },
    resolve: async () => true,
    listOpen: async () => stored,
  };
}

function world({ fails = false } = {}) {
  const mails: { to: string; subject: string; text: string }[] = [];
  const tasks: Promise<unknown>[] = [];
  const handoffs = repository();
  let id = 0;
  const dependencies = {
    handoffs,
    notifier: {
      async notify(mail: { to: string; subject: string; text: string }) {
        if (fails) throw new Error("mail server is down");
        mails.push(mail);
      },
    },
    createId: () => {
      id += 1;
      return `h${id}`;
    },
    now: () => AT,
    runInBackground: (task: () => Promise<void>) => {
      tasks.push(task().catch((error: Error) => error.message));
    },
  };
  return { mails, handoffs, dependencies, settled: () => Promise.all(tasks) };
}

const wish: HandoffWish = {
  shop: "s.myshopify.com",
  shopName: "Fernway",
  conversationId: "c1",
  isSignedIn: false,
  reason: "wants to cancel",
  evidence: [
    { tool: "order_status", ok: true, data: {} },
    { tool: "order_status", ok: false, data: {} },
    { tool: "search_policies", ok: false, data: {} },
  ],
  messages: [
    message("shopper", "Where is my order #W2001?"),
    message("assistant", "It is on its way. I’ll ask the carrier. Shall I? Our team will write to you."),
    message("shopper", "Cancel it.\r\nBcc: victim@example.com"),
  ],
  notifyAddress: "help@fernway.example",
};

describe("requestHandoff", () => {
  it("keeps what the shopper wrote out of the mail's headers", async () => {
    const { mails, dependencies, settled } = world();
    await requestHandoff({ ...wish, reason: "x\r\nBcc: victim@example.com" }, dependencies);
    await settled();
    expect(mails[0]?.to).toBe("help@fernway.example");
    expect(mails[0]?.subject).toBe("A shopper asks for a person (Fernway)");
  });

  it("stores what it is about and mails the conversation", async () => {
    const { mails, handoffs, dependencies, settled } = world();
    expect(await requestHandoff({ ...wish, email: "ana@example.com" }, dependencies)).toEqual({
      ticketId: "h1",
      isNew: true,
    });
    await settled();
    expect(handoffs.stored[0]?.summary).toBe(
      [
        "Shopper: not signed in, so unverified",
        "Reason: wants to cancel",
        "Orders: #W2001",
        "First asked: Where is my order #W2001?",
        "Last asked: Cancel it. Bcc: victim@example.com",
        "Tried: order status 2 times (partly with result), search policies (without result)",
        "Told by the assistant: “I’ll ask the carrier.”, “Our team will write to you.”",
      ].join("\n"),
    );
    expect(mails[0]?.text).toContain("not signed in, so unverified");
    expect(mails[0]?.text).toContain("Answer to: ana@example.com");
    expect(mails[0]?.text).toContain("Assistant: It is on its way.");
    expect(handoffs.stored[0]?.emailedAt).toEqual(AT);
  });

  it("opens one request a conversation, and mails again only what is new", async () => {
    const { mails, dependencies, settled } = world();
    await requestHandoff(wish, dependencies);
    expect(await requestHandoff(wish, dependencies)).toEqual({ ticketId: "h1", isNew: false });
    await requestHandoff({ ...wish, email: "ana@example.com" }, dependencies);
    await settled();
    expect(mails.map(({ subject }) => subject)).toEqual([
      "A shopper asks for a person (Fernway)",
      "More from a shopper who asks for a person (Fernway)",
    ]);
  });

  it("stands although no mail can be sent", async () => {
    const { handoffs, dependencies, settled } = world({ fails: true });
    expect(await requestHandoff(wish, dependencies)).toEqual({ ticketId: "h1", isNew: true });
    expect(await settled()).toEqual(["mail server is down"]);
    expect(handoffs.stored[0]?.emailedAt).toBeNull();
    const silent = world();
    await requestHandoff({ ...wish, notifyAddress: "" }, silent.dependencies);
    await requestHandoff({ ...wish, conversationId: "c2" }, { ...silent.dependencies, notifier: null });
    expect(silent.mails).toEqual([]);
    expect(silent.handoffs.stored).toHaveLength(2);
  });
});
