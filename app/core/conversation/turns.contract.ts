import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { ConversationRepository } from "./conversation-repository";
import { at, createContractShopper, OTHER_SHOP, SHOP } from "./fakes/contract-shopper";
import { CARD, EVENTS, result, SOURCE } from "./fakes/turn-result";

/** The half of the contract that is about turns: their leases, what they leave behind, and how they are told later. */
export function describeTurns(create: () => Promise<ConversationRepository>): void {
  describe("its turns", () => {
    let repository: ConversationRepository;
    beforeEach(async () => {
      repository = await create();
    });
    const { open, begin, beginNew } = createContractShopper(() => repository);

    it("stores the message and opens its turn once, however often it is sent", async () => {
      const { id } = await open();
      const answers = await Promise.all(Array.from({ length: 5 }, () => begin(id)));
      const statuses = answers.map((answer) => answer.status).sort();
      expect(statuses).toEqual(["created", "exists", "exists", "exists", "exists"]);
      const turnIds = new Set(answers.map((answer) => ("turn" in answer ? answer.turn.id : "none")));
      expect(turnIds.size).toBe(1);
      const messages = await repository.readMessages(id, 10);
      expect(messages).toMatchObject([
        { role: "shopper", text: "where is my order?", cards: [], sources: [] },
      ]);
      expect(messages[0]?.turnId).toBe([...turnIds][0]);
      expect((await repository.findConversation(SHOP, id))?.activeAt).toEqual(at(1));
    });

    it("refuses the same messageId with another text and keeps the first", async () => {
      const { id } = await open();
      await begin(id);
      expect(await begin(id, { text: "something else" })).toEqual({ status: "conflict" });
      expect(await repository.readMessages(id, 10)).toHaveLength(1);
    });

    it("takes the same messageId in two conversations for two messages", async () => {
      const [first, second] = [await open(), await open()];
      expect(await begin(first.id)).toMatchObject({ status: "created" });
      expect(await begin(second.id)).toMatchObject({ status: "created" });
    });

    it("is busy while as many turns run as may, counting only live leases, and still knows a message that it has", async () => {
      const { id } = await open();
      for (const clientId of ["a", "b", "c"]) await begin(id, { clientId });
      expect(await begin(id, { clientId: "d" })).toEqual({ status: "busy" });
      expect(await begin(id, { clientId: "b" })).toMatchObject({ status: "exists" });
      expect(await repository.readMessages(id, 10)).toHaveLength(3);
      expect(await begin(id, { clientId: "d", at: at(20), leaseUntil: at(35) })).toMatchObject({
        status: "created",
      });
    });

    it("keeps a lease against others until it runs out, then gives the turn to exactly one", async () => {
      const { id } = await open();
      const turnId = await beginNew(id);
      expect(await repository.takeOverTurn(turnId, "two", at(15), at(30))).toBeNull();
      const takers = await Promise.all(
        ["two", "three"].map((owner) => repository.takeOverTurn(turnId, owner, at(17), at(32))),
      );
      expect(takers.filter(Boolean)).toHaveLength(1);
      expect(takers.find(Boolean)).toMatchObject({ id: turnId, attempt: 2, status: "running" });
      expect(await repository.checkpointTurn(turnId, "one", at(40), [])).toBe(false);
      expect(await repository.endTurn(turnId, "one", randomUUID(), result(), at(18))).toBe(false);
      expect(await repository.readMessages(id, 10)).toHaveLength(1);
    });

    it("prolongs a lease with the events so far", async () => {
      const { id } = await open();
      const turnId = await beginNew(id);
      expect(await repository.checkpointTurn(turnId, "one", at(30), EVENTS.slice(0, 2))).toBe(true);
      expect(await repository.readEvents(turnId)).toEqual(EVENTS.slice(0, 2));
      expect(await repository.takeOverTurn(turnId, "two", at(20), at(40))).toBeNull();
    });

    it("ends a turn once, with its reply, its events and its evidence", async () => {
      const { id } = await open();
      const turnId = await beginNew(id);
      const messageId = randomUUID();
      expect(await repository.endTurn(turnId, "one", messageId, result(), at(5))).toBe(true);
      expect(await repository.endTurn(turnId, "one", randomUUID(), result(), at(6))).toBe(false);
      expect(await repository.readMessages(id, 10)).toEqual([
        expect.objectContaining({ role: "shopper" }),
        {
          id: messageId,
          role: "assistant",
          text: "A **lamp**.",
          createdAt: at(5),
          turnId,
          cards: [CARD],
          sources: [SOURCE],
        },
      ]);
      expect(await repository.readEvents(turnId)).toEqual(EVENTS);
      expect(await repository.readEvidence(id, 2)).toEqual([{ turnId, evidence: result().evidence }]);
      expect(await repository.findTurn(SHOP, turnId)).toMatchObject({
        turn: { status: "answered", leaseUntil: null },
        conversation: { id, status: "open", activeAt: at(5) },
        shopperText: "where is my order?",
      });
      expect(await begin(id)).toMatchObject({ status: "exists", turn: { status: "answered" } });
      expect(await repository.takeOverTurn(turnId, "two", at(99), at(120))).toBeNull();
    });

    it("stores no assistant message where nothing was said", async () => {
      const { id } = await open();
      const turnId = await beginNew(id);
      await repository.endTurn(
        turnId,
        "one",
        randomUUID(),
        result({ text: "", cards: [], outcome: "failed" }),
        at(5),
      );
      expect(await repository.readMessages(id, 10)).toHaveLength(1);
    });

    it("marks the conversation of a turn that handed over", async () => {
      const { id } = await open();
      const turnId = await beginNew(id);
      await repository.endTurn(turnId, "one", randomUUID(), result({ outcome: "handed-off" }), at(5));
      expect((await repository.findConversation(SHOP, id))?.status).toBe("handed-off");
    });

    it("gives the newest messages and the newest evidence, oldest first", async () => {
      const { id } = await open();
      for (const [index, clientId] of ["a", "b", "c"].entries()) {
        const turnId = await beginNew(id, {
          clientId,
          text: clientId,
          at: at(index * 10 + 1),
          leaseUntil: at(59),
        });
        const evidence = [{ tool: "my_orders", ok: true, data: clientId }];
        await repository.endTurn(
          turnId,
          "one",
          randomUUID(),
          result({ text: `re ${clientId}`, evidence }),
          at(index * 10 + 2),
        );
      }
      const texts = (await repository.readMessages(id, 4)).map((message) => message.text);
      expect(texts).toEqual(["b", "re b", "c", "re c"]);
      const evidence = await repository.readEvidence(id, 2);
      expect(evidence.map((turn) => turn.evidence[0]?.data)).toEqual(["b", "c"]);
    });

    it("gives the ended turns with words, evidence, corrections and the shopper's opinion of them", async () => {
      const { id } = await open();
      const { id: other } = await open();
      expect(await repository.readTurns(id, 5)).toEqual([]);
      const turnIds: string[] = [];
      for (const [index, clientId] of ["a", "b", "c"].entries()) {
        const begun = await begin(id, { clientId, at: at(index * 10 + 1) });
        turnIds.push(begun.status === "created" ? begun.turn.id : "");
      }
      const [first = "", second = ""] = turnIds;
      await repository.endTurn(first, "one", randomUUID(), result(), at(2));
      const silent = result({ text: "", cards: [], evidence: [], corrections: [], outcome: "failed" });
      await repository.endTurn(second, "one", randomUUID(), silent, at(12));
      await repository.recordFeedback(first, "up", null, at(20));
      await repository.recordFeedback(first, "down", "wrong \0 lamp", at(21));
      const { text, evidence, corrections } = result();
      const feedback = { rating: "down", comment: expect.stringMatching(/^wrong .* ?lamp$/) };
      const failed = {
        turnId: second,
        outcome: "failed",
        text: "",
        evidence: [],
        corrections: [],
        feedback: null,
      };
      expect(await repository.readTurns(id, 5)).toEqual([
        { turnId: first, outcome: "answered", text, evidence, corrections, feedback },
        failed,
      ]);
      expect(await repository.readTurns(id, 1)).toEqual([failed]);
      expect(await repository.readTurns(other, 5)).toEqual([]);
      expect(await repository.readTurns("no id", 5)).toEqual([]);
      const disliked = await repository.listConversations(SHOP, null, 10, "disliked");
      expect(disliked.map(({ conversation }) => conversation.id)).toEqual([id]);
      expect(await repository.listConversations(OTHER_SHOP, null, 10, "disliked")).toEqual([]);
    });

    it("stores text with characters that databases refuse, readable again and idempotent", async () => {
      const { id } = await open();
      const text = "a\0b \ud83d c \udc00 d 😀 \\u0000";
      const begun = await begin(id, { text: text.replaceAll("\0", "\ufffd") });
      expect(begun.status).toBe("created");
      const [message] = await repository.readMessages(id, 1);
      expect(message?.text).toContain("😀 \\u0000");
    });
  });
}
