import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  CUSTOMER,
  call,
  openStorefront,
  proxied,
  readEvents,
  shownText,
} from "~/composition/fakes/storefront";
import * as chat from "./proxy.chat";
import * as feedback from "./proxy.feedback";
import * as handoff from "./proxy.handoff";
import * as session from "./proxy.session";

let storefront: Awaited<ReturnType<typeof openStorefront>>;
beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

/** A conversation of its own, for a visitor or the customer. */
async function open(customerId = "") {
  const opened = await call(session.action, proxied("session", { fresh: true }, { customerId }));
  const { token: conversationToken, conversationId } = opened.json as {
    token: string;
    conversationId: string;
  };
  let count = 0;
  return {
    conversationId,
    async say(text: string) {
      count += 1;
      const body = { messageId: `m${count}`, text, conversationToken };
      const answer = await call(chat.action, proxied("chat", body, { customerId }));
      const events = readEvents(answer.text);
      return {
        text: shownText(events),
        turnId: String(events[0]?.data.turnId),
        outcome: events.at(-1)?.data.outcome,
        tickets: events.filter(({ event }) => event === "handoff").map(({ data }) => String(data.ticketId)),
      };
    },
    rate: (turnId: string, rating: "up" | "down", comment?: string) =>
      call(
        feedback.action,
        proxied("feedback", { turnId, rating, comment, conversationToken }, { customerId }),
      ),
    requestPerson: (note?: string) =>
      call(handoff.action, proxied("handoff", { note, conversationToken }, { customerId })),
  };
}

async function ticketsOf(conversationId: string) {
  const { rows } = await storefront.database.sql.query<{
    reason: string;
    summary: string;
    note: string | null;
  }>(`SELECT "reason", "summary", "note" FROM "Handoff" WHERE "conversationId" = $1`, [conversationId]);
  return rows;
}

describe("a request by the form", () => {
  it("is taken five times in ten minutes, always as the same one, and then told to wait", async () => {
    const visitor = await open();
    const answers = [];
    for (let time = 1; time <= 6; time += 1) answers.push(await visitor.requestPerson(`note ${time}`));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(Number(answers.at(-1)?.headers.get("Retry-After"))).toBeGreaterThan(0);
    const ids = answers.slice(0, 5).map(({ json }) => (json as { ticketId: string }).ticketId);
    expect(new Set(ids).size).toBe(1);
    const [ticket, ...others] = await ticketsOf(visitor.conversationId);
    expect(others).toEqual([]);
    expect(ticket?.note).toContain("note 5");
    expect(ticket?.note).not.toContain("note 6");
  });

  it("made three times at once, beside two messages that ask for a person, is one request", async () => {
    const customer = await open(CUSTOMER);
    const [one, two, ...forms] = await Promise.all([
      customer.say("I want to talk to a human"),
      customer.say("Let me speak to somebody of your team"),
      ...Array.from({ length: 3 }, () => customer.requestPerson()),
    ] as const);
    const ids = [
      ...(one?.tickets ?? []),
      ...(two?.tickets ?? []),
      ...forms.map((answer) => (answer.json as { ticketId: string }).ticketId),
    ];
    expect(forms.map(({ status }) => status)).toEqual(Array(3).fill(200));
    // A message that comes when the request is open already need not open it again.
    expect(new Set(ids).size).toBe(1);
    expect(await ticketsOf(customer.conversationId)).toHaveLength(1);
  });
});

describe("the built-in model", () => {
  it("hands over after two answers in a row that did not help, and stays helpful without doing it again", async () => {
    const customer = await open(CUSTOMER);
    const turns = [];
    for (const text of ["flurbel quompst", "zibber vlaugh", "flurbel!", "Where is my order?"])
      turns.push(await customer.say(text));
    expect(turns.map(({ tickets }) => tickets.length)).toEqual([0, 1, 0, 0]);
    expect(turns.map(({ outcome }) => outcome)).toEqual(["answered", "handed-off", "answered", "answered"]);
    expect(turns[3]?.text).toContain("1001");
    const [ticket] = await ticketsOf(customer.conversationId);
    expect(ticket?.reason).toContain("could not help");
    expect(ticket?.summary).toMatch(
      /Shopper: signed in\n.*\nFirst asked: flurbel quompst\nLast asked: zibber vlaugh/,
    );
  });

  it("hands over an angry shopper at once, without asking first whether it should", async () => {
    const customer = await open(CUSTOMER);
    const turn = await customer.say("This is unacceptable! Where is my order? I'm furious!");
    expect(turn.outcome).toBe("handed-off");
    expect(turn.text).not.toMatch(/shall i|would you like me to/i);
    expect(await customer.say("Still furious, this is unacceptable!")).toMatchObject({ tickets: [] });
    expect(await ticketsOf(customer.conversationId)).toHaveLength(1);
  });

  it("takes a visitor's address for the request that a rule opened", async () => {
    const visitor = await open();
    const turn = await visitor.say("Your service is a disgrace, I am fed up!");
    expect(turn.text).toMatch(/\?$/);
    const next = await visitor.say("ada@example.com");
    expect(next.tickets).toEqual(turn.tickets);
    const { rows } = await storefront.database.sql.query(`SELECT "email" FROM "Handoff" WHERE "id" = $1`, [
      turn.tickets[0],
    ]);
    expect(rows).toEqual([{ email: "ada@example.com" }]);
  });
});

describe("a thumb", () => {
  it("down, twice in a row, has a person called in with the next answer", async () => {
    const visitor = await open();
    for (const text of ["Do you have shirts?", "hello"]) {
      const { turnId } = await visitor.say(text);
      expect((await visitor.rate(turnId, "down", "not what I meant")).status).toBe(200);
    }
    expect(await ticketsOf(visitor.conversationId)).toEqual([]);
    expect(await visitor.say("Do you have shirts?")).toMatchObject({ outcome: "handed-off" });
  });

  it("up after down takes it back", async () => {
    const visitor = await open();
    for (const text of ["Do you have shirts?", "hello"]) {
      const { turnId } = await visitor.say(text);
      await visitor.rate(turnId, "down");
      await visitor.rate(turnId, "up");
    }
    expect(await visitor.say("Do you have shirts?")).toMatchObject({ outcome: "answered" });
  });

  it("comes with a word of 2,000 characters at most", async () => {
    const visitor = await open();
    const { turnId } = await visitor.say("hello");
    expect((await visitor.rate(turnId, "down", "x".repeat(2_000))).status).toBe(200);
    expect((await visitor.rate(turnId, "down", "x".repeat(2_001))).status).toBe(400);
  });
});
