import type { ServerResponse } from "node:http";
import type { LoggedTurnEvent, TurnEvent } from "~/protocol/events";

/** A turn that runs by a script whether or not somebody listens, and can be read again from any event. */
export interface ScriptedTurn {
  readonly id: string;
  follow(response: ServerResponse, lastEventId: string | null, cutAfter?: number): void;
  stop(): void;
}

export function startTurn(id: string, script: TurnEvent[], gapMs: number): ScriptedTurn {
  const log: LoggedTurnEvent[] = [];
  const followers = new Set<(event: LoggedTurnEvent) => void>();
  const rest = [...script];
  let timer: NodeJS.Timeout | undefined;

  function append(event: TurnEvent): void {
    const logged = { ...event, id: `1.${log.length + 1}` } as LoggedTurnEvent;
    log.push(logged);
    for (const follower of [...followers]) follower(logged);
  }

  function step(): void {
    const event = rest.shift();
    if (!event) return;
    append(event);
    timer = setTimeout(step, gapMs);
  }
  step();

  return {
    id,
    follow(response, lastEventId, cutAfter = Number.POSITIVE_INFINITY) {
      const from = lastEventId === null ? 0 : log.findIndex((event) => event.id === lastEventId) + 1;
      let sent = 0;
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      function write({ id: eventId, event, data }: LoggedTurnEvent): void {
        if (sent++ >= cutAfter) {
          followers.delete(write);
          response.destroy();
          return;
        }
        response.write(`id: ${eventId}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
        if (event === "turn-end" || event === "error") response.end();
      }
      for (const event of log.slice(from)) write(event);
      followers.add(write);
      response.on("close", () => followers.delete(write));
    },
    stop() {
      clearTimeout(timer);
      rest.length = 0;
      append({
        event: "turn-end",
        data: {
          turnId: id,
          outcome: "stopped",
          model: "scripted",
          usage: { inputTokens: 0, outputTokens: 0 },
        },
      });
    },
  };
}

/** A whole turn: what it says, between its start and its end. */
export function scriptReply(turnId: string, messageId: string, ...events: TurnEvent[]): TurnEvent[] {
  const usage = { inputTokens: 0, outputTokens: 0 };
  const script: TurnEvent[] = [{ event: "turn-start", data: { turnId, messageId } }, ...events];
  if (events.at(-1)?.event !== "error") {
    script.push({ event: "turn-end", data: { turnId, outcome: "answered", model: "scripted", usage } });
  }
  return script;
}

export function says(text: string): TurnEvent[] {
  const pieces = text.match(/\S+\s*/g) ?? [];
  return pieces.map((piece) => ({ event: "text-delta", data: { text: piece } }));
}
