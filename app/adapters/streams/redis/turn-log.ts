import { randomUUID } from "node:crypto";
import type Redis from "ioredis";
import {
  isClosing,
  type LoggedTurnEvent,
  loggedTurnEventSchema,
  parseEventId,
} from "~/core/conversation/turn-event";
import type { TurnLog } from "~/core/conversation/turn-log";
import { VendorError } from "~/lib/errors";
import { createChannels } from "./channels";

/** A turn that never ends is dropped after this; one that ended can be read for KEEP_ENDED_SECONDS. */
const KEEP_RUNNING_SECONDS = 60 * 60;
const KEEP_ENDED_SECONDS = 10 * 60;
/** A follower says this often that it is still there, and counts for SILENCE_MS: a process that died is soon not counted. */
const PRESENCE_INTERVAL_MS = 4_000;
const SILENCE_MS = 10_000;
/** A notice can get lost while a connection is renewed: followers look by themselves after this. */
const LOOK_AGAIN_MS = 1_000;

const keys = (turnId: string) => ({
  events: `aisle:turn:{${turnId}}:events`,
  followers: `aisle:turn:{${turnId}}:followers`,
  stop: `aisle:turn:{${turnId}}:stop`,
  /** Channels. */
  news: `aisle:turn:{${turnId}}:news`,
  stops: `aisle:turn:{${turnId}}:stops`,
});

/**
 * The TurnLog of several processes. A turn is a Redis stream whose entry ids are the event ids with "-" for ".": Redis
 * itself refuses an entry that does not come after the last, and so whatever a replaced attempt still writes. Entry
 * "<attempt>-0" opens an attempt and holds no event.
 */
export function createRedisTurnLog(redis: Redis): TurnLog {
  const channels = createChannels(redis);
  const closing = new AbortController();

  async function* readOn(turnId: string, from: string, signal: AbortSignal): AsyncGenerator<LoggedTurnEvent> {
    const key = keys(turnId);
    const ended = AbortSignal.any([signal, closing.signal]);
    const news = channels.listen(key.news);
    const leave = await announcePresence(redis, key.followers);
    try {
      let last = from;
      while (!ended.aborted) {
        const entries = await redis.xrange(key.events, `(${last}`, "+", "COUNT", 100);
        for (const [entryId, fields] of entries) {
          if (ended.aborted) return;
          last = entryId;
          const event = readEvent(fields);
          if (event) yield event;
          if (event && isClosing(event)) return;
        }
        if (entries.length === 0) await news.next(LOOK_AGAIN_MS, ended);
      }
    } finally {
      news.close();
      await leave();
    }
  }

  async function findAttempt(turnId: string): Promise<number | null> {
    const [entry] = await redis.xrevrange(keys(turnId).events, "+", "-", "COUNT", 1).catch(rethrow);
    return entry ? Number(entry[0].split("-")[0]) : null;
  }

  async function findEvent(turnId: string, id: string): Promise<LoggedTurnEvent | null> {
    if (!parseEventId(id)) return null;
    const entryId = id.replace(".", "-");
    const [entry] = await redis.xrange(keys(turnId).events, entryId, entryId);
    return entry ? readEvent(entry[1]) : null;
  }

  return {
    async open(turnId, attempt) {
      const key = keys(turnId);
      const opened = redis
        .multi()
        .xadd(key.events, `${attempt}-0`, "opened", "")
        .xtrim(key.events, "MINID", `${attempt}-0`)
        .expire(key.events, KEEP_RUNNING_SECONDS)
        .publish(key.news, "")
        .exec();
      await opened.catch(rethrow);
    },

    async append(turnId, event) {
      const key = keys(turnId);
      const results = await redis
        .multi()
        .xadd(key.events, event.id.replace(".", "-"), "event", JSON.stringify(event))
        .expire(key.events, isClosing(event) ? KEEP_ENDED_SECONDS : KEEP_RUNNING_SECONDS)
        .publish(key.news, "")
        .exec();
      const refusal = results?.[0]?.[0];
      if (!refusal) return;
      const attempt = await findAttempt(turnId);
      if (attempt === parseEventId(event.id)?.attempt) throw refusal;
    },

    async follow(turnId, lastEventId, signal) {
      const attempt = await findAttempt(turnId);
      if (attempt === null) return null;
      const known = lastEventId === null ? null : await findEvent(turnId, lastEventId);
      if (!known || parseEventId(known.id)?.attempt !== attempt)
        return readOn(turnId, `${attempt}-0`, signal);
      return isClosing(known) ? nothing() : readOn(turnId, known.id.replace(".", "-"), signal);
    },

    countFollowers: (turnId) => redis.zcount(keys(turnId).followers, Date.now() - SILENCE_MS, "+inf"),

    async requestStop(turnId) {
      const key = keys(turnId);
      await redis.multi().set(key.stop, "1", "EX", 60).publish(key.stops, "").exec();
    },

    onStopRequested(turnId, listener) {
      const key = keys(turnId);
      const stops = channels.listen(key.stops);
      const done = new AbortController();
      const wait = async () => {
        // A stop that was asked for before the channel was open has left its mark.
        while (!done.signal.aborted) {
          if (await redis.get(key.stop)) {
            done.abort();
            return listener();
          }
          await stops.next(LOOK_AGAIN_MS, done.signal);
        }
      };
      // Without Redis no stop can arrive; the turn goes on to its own end.
      wait()
        .catch(() => undefined)
        .finally(() => stops.close());
      return () => done.abort();
    },

    async close() {
      closing.abort();
      await channels.close();
      redis.disconnect();
    },
  };
}

async function* nothing(): AsyncGenerator<LoggedTurnEvent> {}

function rethrow(error: unknown): never {
  throw new VendorError("redis", "Redis does not answer.", { cause: error });
}

function readEvent([field, json]: string[]): LoggedTurnEvent | null {
  return field === "event" && json ? loggedTurnEventSchema.parse(JSON.parse(json)) : null;
}

async function announcePresence(redis: Redis, key: string): Promise<() => Promise<void>> {
  const member = randomUUID();
  const announce = () => redis.multi().zadd(key, Date.now(), member).expire(key, KEEP_RUNNING_SECONDS).exec();
  await announce();
  const timer = setInterval(() => void announce().catch(() => undefined), PRESENCE_INTERVAL_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    if (redis.status === "ready") await redis.zrem(key, member);
  };
}
