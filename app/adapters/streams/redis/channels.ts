import type Redis from "ioredis";

/** Notices on Redis channels, all over one connection. */
export interface Channels {
  listen(channel: string): Listener;
  close(): Promise<void>;
}

export interface Listener {
  /** Resolves at the next notice since the last call, after `milliseconds`, or when `signal` aborts. */
  next(milliseconds: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

export function createChannels(redis: Redis): Channels {
  const subscriber = redis.duplicate();
  const listeners = new Map<string, Set<() => void>>();

  // Whatever goes wrong here costs time, not events: listeners look again by themselves.
  subscriber.on("error", () => undefined);
  subscriber.on("message", (channel: string) => {
    for (const notify of listeners.get(channel) ?? []) notify();
  });

  function join(channel: string, notify: () => void): void {
    const present = listeners.get(channel);
    if (present) present.add(notify);
    else {
      listeners.set(channel, new Set([notify]));
      subscriber.subscribe(channel).then(notify, () => undefined);
    }
  }

  function leave(channel: string, notify: () => void): void {
    const present = listeners.get(channel);
    present?.delete(notify);
    if (present?.size !== 0) return;
    listeners.delete(channel);
    subscriber.unsubscribe(channel).catch(() => undefined);
  }

  return {
    listen(channel) {
      let noticed = false;
      let wake = () => {};
      let timer: NodeJS.Timeout | undefined;
      const notify = () => {
        noticed = true;
        wake();
      };
      join(channel, notify);
      return {
        async next(milliseconds, signal) {
          if (!noticed && !signal.aborted) {
            await new Promise<void>((resolve) => {
              wake = resolve;
              signal.addEventListener("abort", notify);
              timer = setTimeout(resolve, milliseconds);
            });
            clearTimeout(timer);
            signal.removeEventListener("abort", notify);
          }
          noticed = false;
        },
        close: () => leave(channel, notify),
      };
    },
    async close() {
      subscriber.disconnect();
    },
  };
}
