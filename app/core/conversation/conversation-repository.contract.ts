import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { ConversationRepository } from "./conversation-repository";
import { at, createContractShopper, OTHER_SHOP, SHOP } from "./fakes/contract-shopper";
import { result } from "./fakes/turn-result";
import { describeTurns } from "./turns.contract";

const NOTHING_REMEMBERED = { summary: [], orders: [], products: [], wishes: [], promises: [] };

/** What every ConversationRepository must do. `create` gives one that knows the two shops of the contract. */
export function describeConversationRepository(
  name: string,
  create: () => Promise<ConversationRepository>,
): void {
  describe(name, () => {
    describeTurns(create);

    let repository: ConversationRepository;
    beforeEach(async () => {
      repository = await create();
    });
    const { open, begin, beginNew } = createContractShopper(() => repository);

    it("gives a conversation back as it was stored", async () => {
      const conversation = await open({ customerId: "42" });
      expect(await repository.findConversation(SHOP, conversation.id)).toEqual(conversation);
    });

    it("hides a conversation from every other shop", async () => {
      const { id } = await open();
      const turnId = await beginNew(id);
      expect(await repository.findConversation(OTHER_SHOP, id)).toBeNull();
      expect(await repository.findTurn(OTHER_SHOP, turnId)).toBeNull();
      expect(await repository.claimForCustomer(OTHER_SHOP, id, "42")).toBe(false);
      expect(await repository.listConversations(OTHER_SHOP, null, 10)).toEqual([]);
      await repository.setStatus(OTHER_SHOP, id, "handed-off");
      expect(await repository.findConversation(SHOP, id)).toMatchObject({ customerId: null, status: "open" });
    });

    it.each(["", "x", "'; DROP TABLE", "00000000-0000-4000-8000-000000000000", "\0", "😀"])(
      "knows nothing by the id %j",
      async (id) => {
        expect(await repository.findConversation(SHOP, id)).toBeNull();
        expect(await repository.findTurn(SHOP, id)).toBeNull();
        expect(await repository.findRunningTurn(id)).toBeNull();
        expect(await repository.readEvents(id)).toEqual([]);
        expect(await repository.readMessages(id, 10)).toEqual([]);
      },
    );

    it("finds the customer's newest conversation within the time, and nobody else's", async () => {
      await open({ customerId: "42", activeAt: at(1) });
      const newest = await open({ customerId: "42", activeAt: at(2) });
      await open({ customerId: "43", activeAt: at(3) });
      await open({ customerId: "42", activeAt: at(4), shop: OTHER_SHOP });
      expect((await repository.findLatestOfCustomer(SHOP, "42", at(0)))?.id).toBe(newest.id);
      expect(await repository.findLatestOfCustomer(SHOP, "42", at(3))).toBeNull();
    });

    it("lets the first customer claim a visitor's conversation, and no second one", async () => {
      const { id } = await open();
      expect(await repository.claimForCustomer(SHOP, id, "42")).toBe(true);
      expect(await repository.claimForCustomer(SHOP, id, "42")).toBe(true);
      expect(await repository.claimForCustomer(SHOP, id, "43")).toBe(false);
      expect((await repository.findConversation(SHOP, id))?.customerId).toBe("42");
    });

    it("finds the newest turn that is still running", async () => {
      const { id } = await open();
      expect(await repository.findRunningTurn(id)).toBeNull();
      await begin(id, { clientId: "a", at: at(1) });
      const second = await begin(id, { clientId: "b", at: at(2) });
      expect((await repository.findRunningTurn(id))?.id).toBe(
        second.status === "created" ? second.turn.id : "",
      );
    });

    it("keeps a person's reply among the messages and counts it as activity", async () => {
      const { id } = await open();
      const message = {
        id: randomUUID(),
        role: "person" as const,
        text: "Hi, Ana here.",
        createdAt: at(9),
        turnId: null,
        cards: [],
        sources: [],
      };
      await repository.addMessage(id, message);
      expect(await repository.readMessages(id, 10)).toEqual([message]);
      expect((await repository.findConversation(SHOP, id))?.activeAt).toEqual(at(9));
    });

    it("lists conversations that have messages, newest activity first, page by page", async () => {
      const ids: string[] = [];
      for (const seconds of [1, 2, 3]) {
        const { id } = await open();
        ids.unshift(id);
        await begin(id, { text: `question ${seconds}`, at: at(seconds) });
      }
      await open();
      const first = await repository.listConversations(SHOP, null, 2);
      expect(first.map((summary) => summary.conversation.id)).toEqual(ids.slice(0, 2));
      expect(first[0]).toMatchObject({ lastText: "question 3", messageCount: 1 });
      const rest = await repository.listConversations(SHOP, first[1]?.conversation.activeAt ?? null, 2);
      expect(rest.map((summary) => summary.conversation.id)).toEqual(ids.slice(2));
    });

    it("remembers of a conversation what was last saved, and nothing before", async () => {
      const { id } = await open();
      expect(await repository.readMemory(id)).toBeNull();
      const lists = { summary: ["a"], orders: ["#1"], products: [], wishes: [], promises: [] };
      await repository.saveMemory(id, { upTo: at(1), ...lists });
      await repository.saveMemory(id, { upTo: at(2), ...lists, orders: ["#1", "#2"] });
      expect(await repository.readMemory(id)).toEqual({ upTo: at(2), ...lists, orders: ["#1", "#2"] });
    });
    it("adds nothing to a conversation that is gone, and says so", async () => {
      const { id } = await open();
      const turnId = await beginNew(id);
      const nowhere = randomUUID();
      const message = { id: randomUUID(), role: "person" as const, text: "Hi", createdAt: at(9) };
      const additions = [
        () => begin(nowhere),
        () => repository.addMessage(nowhere, { ...message, turnId: null, cards: [], sources: [] }),
        () => repository.recordFeedback(nowhere, "up", null, at(9)),
      ];
      for (const add of additions) await expect(add()).rejects.toMatchObject({ status: 404 });
      expect(await repository.checkpointTurn(nowhere, "one", at(30), [])).toBe(false);
      expect(await repository.endTurn(nowhere, "one", randomUUID(), result(), at(9))).toBe(false);
      expect(await repository.claimForCustomer(SHOP, nowhere, "42")).toBe(false);
      await repository.saveMemory(nowhere, { upTo: at(1), ...NOTHING_REMEMBERED });
      await repository.setStatus(SHOP, nowhere, "handed-off");
      expect(await repository.findRunningTurn(id)).toMatchObject({ id: turnId });
      expect(await repository.readMessages(id, 10)).toHaveLength(1);
    });
  });
}
