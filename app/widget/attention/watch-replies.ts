import type { SessionMessage, UpdatesResponse } from "~/protocol/requests";
import type { Result } from "../connection/problem";

/** Milliseconds between two questions: while something was just said, later on, and while the panel is closed. */
const LIVELY_MS = 5_000;
const QUIET_MS = 15_000;
const CLOSED_MS = 60_000;
/** Milliseconds of silence until a conversation counts as quiet. */
const LIVELY_FOR_MS = 120_000;

export interface ReplyWatch {
  /** `after` is the newest message on the screen. Without parameters: a conversation that was just handed over. */
  start(after?: string | null, handedOff?: boolean): void;
  /** Asks now instead of when it would be time. */
  hurry(): void;
}

export interface ReplyWatchOptions {
  ask: (after: string | null) => Promise<Result<UpdatesResponse>>;
  isOpen: () => boolean;
  /** A person has said something new. */
  onMessage(message: SessionMessage): void;
}

/** Asks for persons' replies while the conversation is theirs and somebody may be looking; never in a hidden page. */
export function watchReplies({ ask, isOpen, onMessage }: ReplyWatchOptions): ReplyWatch {
  const known = new Set<string>();
  let newest: string | null = null;
  let isHandedOff = false;
  let lastHeard = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function schedule(delay = pause()): void {
    clearTimeout(timer);
    if (isHandedOff && !document.hidden) timer = setTimeout(askOnce, delay);
  }

  function pause(): number {
    if (!isOpen()) return CLOSED_MS;
    return Date.now() - lastHeard < LIVELY_FOR_MS ? LIVELY_MS : QUIET_MS;
  }

  async function askOnce(): Promise<void> {
    const result = await ask(newest);
    if (result.status === "ok") take(result.value);
    const wait = result.status === "failed" ? (result.problem.retryAfterSeconds ?? 0) * 1000 : 0;
    schedule(Math.max(pause(), wait));
  }

  function take({ messages, handedOff }: UpdatesResponse): void {
    isHandedOff = handedOff;
    for (const message of messages) {
      newest = message.id;
      if (message.role !== "person" || known.has(message.id)) continue;
      known.add(message.id);
      lastHeard = Date.now();
      onMessage(message);
    }
  }

  document.addEventListener("visibilitychange", () => schedule(0));

  return {
    start(after = newest, handedOff = true) {
      newest = after;
      isHandedOff = handedOff;
      lastHeard = Date.now();
      schedule();
    },
    hurry: () => schedule(0),
  };
}
