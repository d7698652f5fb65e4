import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LoggedTurnEvent } from "./turn-event";
import type { TurnLog } from "./turn-log";

/** What every TurnLog must do. `create` gives logs that share their turns where the adapter can (`replicas` > 1). */
export function describeTurnLog(name: string, create: () => Promise<TurnLog>, replicas: number): void {
  describe(name, () => {
    let logs: TurnLog[];
    let writer: TurnLog;
    let reader: TurnLog;
    let turnId: string;
    const never = new AbortController().signal;

    beforeEach(async () => {
      logs = await Promise.all(Array.from({ length: replicas }, create));
      writer = logs[0] as TurnLog;
      reader = logs.at(-1) as TurnLog;
      turnId = randomUUID();
    });
    afterEach(async () => {
      await Promise.all(logs.map((log) => log.close()));
    });

    const follow = async (lastEventId: string | null, signal = never) => {
      const events = await reader.follow(turnId, lastEventId, signal);
      if (!events) throw new Error("The log does not know the turn.");
      return events;
    };
    const write = async (...events: LoggedTurnEvent[]) => {
      for (const event of events) await writer.append(turnId, event);
    };

    it("does not know a turn that nobody opened", async () => {
      expect(await reader.follow(turnId, null, never)).toBeNull();
      expect(await reader.countFollowers(turnId)).toBe(0);
      await reader.requestStop(turnId);
    });

    it("gives the events so far and then each as it comes, until the closing one", async () => {
      await writer.open(turnId, 1);
      await write(delta(1, 1));
      const seen: string[] = [];
      const events = await follow(null);
      const reading = (async () => {
        for await (const event of events) {
          seen.push(event.id);
          if (event.id === "1.1") void write(delta(1, 2));
          if (event.id === "1.2") void write(delta(1, 3), end(1, 4));
        }
      })();
      await reading;
      expect(seen).toEqual(["1.1", "1.2", "1.3", "1.4"]);
    });

    it("goes on after any event, and gives nothing twice", async () => {
      await writer.open(turnId, 1);
      const all = [...Array.from({ length: 12 }, (_, index) => delta(1, index + 1)), end(1, 13)];
      await write(...all);
      for (const [index, event] of all.entries()) {
        expect(await collect(await follow(event.id))).toEqual(all.slice(index + 1));
      }
      expect(await collect(await follow(null))).toEqual(all);
    });

    it.each(["0.9", "9.1", "1.99", "x", "", "1.1-2", "1.1 1.2", "99999999999.1", "-1.-1"])(
      "starts over for the unknown id %j",
      async (id) => {
        await writer.open(turnId, 1);
        await write(delta(1, 1), end(1, 2));
        expect((await collect(await follow(id))).map((event) => event.id)).toEqual(["1.1", "1.2"]);
      },
    );

    it("moves a follower to the newest attempt and drops what an older one still writes", async () => {
      await writer.open(turnId, 1);
      await write(delta(1, 1));
      const seen: string[] = [];
      const events = await follow(null);
      const reading = (async () => {
        for await (const event of events) {
          seen.push(event.id);
          if (event.id === "1.1") {
            await writer.open(turnId, 2);
            await write(delta(1, 2), delta(2, 1), end(1, 3), delta(2, 2), end(2, 3));
          }
        }
      })();
      await reading;
      expect(seen).toEqual(["1.1", "2.1", "2.2", "2.3"]);
      expect((await collect(await follow("1.1"))).map((event) => event.id)).toEqual(["2.1", "2.2", "2.3"]);
    });

    it("ends a follower quietly when its signal aborts, before and amid reading", async () => {
      await writer.open(turnId, 1);
      await write(delta(1, 1));
      const leaving = new AbortController();
      const events = await follow(null, leaving.signal);
      const seen: string[] = [];
      for await (const event of events) {
        seen.push(event.id);
        setTimeout(() => leaving.abort(), 5);
      }
      expect(seen).toEqual(["1.1"]);
      expect(await collect(await follow(null, AbortSignal.abort()))).toEqual([]);
    });

    it("counts those who follow now", async () => {
      await writer.open(turnId, 1);
      await write(delta(1, 1));
      const leaving = new AbortController();
      const readings = [1, 2].map(async () => collect(await follow(null, leaving.signal)));
      await expect.poll(() => writer.countFollowers(turnId)).toBe(2);
      leaving.abort();
      await Promise.all(readings);
      await expect.poll(() => writer.countFollowers(turnId)).toBe(0);
    });

    it("carries a stop to whoever answers, once, and not to other turns", async () => {
      await writer.open(turnId, 1);
      const otherId = randomUUID();
      await writer.open(otherId, 1);
      const heard: string[] = [];
      const unsubscribe = [
        writer.onStopRequested(turnId, () => heard.push("this")),
        writer.onStopRequested(otherId, () => heard.push("other")),
      ];
      await reader.requestStop(turnId);
      await reader.requestStop(turnId);
      await expect.poll(() => heard.length).toBe(1);
      expect(heard).toEqual(["this"]);
      for (const end of unsubscribe) end();
    });

    it("carries no stop to one who no longer listens", async () => {
      await writer.open(turnId, 1);
      let heard = 0;
      writer.onStopRequested(turnId, () => (heard += 1))();
      await reader.requestStop(turnId);
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(heard).toBe(0);
    });

    it("keeps hundreds of events in order for several followers", async () => {
      await writer.open(turnId, 1);
      const all = [...Array.from({ length: 300 }, (_, index) => delta(1, index + 1)), end(1, 301)];
      const readings = [1, 2, 3].map(async () => collect(await follow(null)));
      await Promise.all(all.map((event) => writer.append(turnId, event)));
      for (const events of await Promise.all(readings)) expect(events).toEqual(all);
    });
  });
}

async function collect(events: AsyncIterable<LoggedTurnEvent>): Promise<LoggedTurnEvent[]> {
  const all: LoggedTurnEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

function delta(attempt: number, sequence: number): LoggedTurnEvent {
  return { id: `${attempt}.${sequence}`, event: "text-delta", data: { text: `é😀\n"${sequence}"` } };
}

function end(attempt: number, sequence: number): LoggedTurnEvent {
  const usage = { inputTokens: 0, outputTokens: 0 };
  return {
    id: `${attempt}.${sequence}`,
    event: "turn-end",
    data: { turnId: "t", outcome: "answered", model: "builtin", usage },
  };
}
