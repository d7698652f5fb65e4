import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { performStep, sendJson } from "./perform-scripted-step";
import { refuseRequest, type ScriptedDialect } from "./scripted-refusals";
import type { RecordedRequest, ScriptedStep } from "./scripted-step";
import { voiceOf } from "./scripted-voices";

export type { ChatMessage, RecordedRequest, ScriptedStep } from "./scripted-step";

/** A list is played in order, its last step for ever; a function decides by the request. */
export type ModelScript = ScriptedStep[] | ((request: RecordedRequest, index: number) => ScriptedStep);

export interface ScriptedModel {
  /** For OPENAI_BASE_URL. */
  readonly baseUrl: string;
  /** Every chat completion asked for, oldest first. */
  readonly requests: RecordedRequest[];
  /** Replaces the script and forgets the requests. */
  play(script: ModelScript): void;
  /** Resolves when the nth request (from 1) has come; rejects after `timeout` milliseconds. */
  waitForRequest(count: number, timeout?: number): Promise<RecordedRequest>;
  close(): Promise<void>;
}

export interface ScriptedModelOptions {
  script?: ModelScript;
  /** 0 takes any free port. */
  port?: number;
  /** Whose server it plays: it answers in that provider's way and refuses what the provider refuses. "any" takes all. */
  dialect?: ScriptedDialect;
}

const GREETING: ScriptedStep = { kind: "reply", text: "Hello from the scripted model." };

/** A Chat Completions server, or Anthropic's Messages, on 127.0.0.1 that does what a script says and remembers what it was asked. */
export async function startScriptedModel({
  script = [GREETING],
  port = 0,
  dialect = "any",
}: ScriptedModelOptions = {}): Promise<ScriptedModel> {
  let playing = script;
  const voice = voiceOf(dialect);
  const requests: RecordedRequest[] = [];
  const sockets = new Set<Socket>();
  const arrivals = new Set<() => void>();

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error("The scripted model failed:", error);
      response.destroy();
    });
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === "GET" && request.url?.endsWith("/models")) {
      return sendJson(response, 200, { object: "list", data: [{ id: "scripted-model", object: "model" }] });
    }
    if (request.method !== "POST" || !request.url?.endsWith(voice.path)) {
      const message = `There is no ${request.method} ${request.url}`;
      return sendJson(response, 404, voice.error(404, "not_found", message));
    }
    const recorded = await record(request, response);
    const refusal = refuseRequest(dialect, request.headers, recorded.body);
    if (refusal) {
      recorded.refusal = refusal.message;
      requests.push(recorded);
      for (const arrived of arrivals) arrived();
      return sendJson(response, refusal.status, voice.error(refusal.status, refusal.code, refusal.message));
    }
    requests.push(recorded);
    const index = requests.filter(({ refusal }) => !refusal).length - 1;
    for (const arrived of arrivals) arrived();
    const step =
      typeof playing === "function"
        ? playing(recorded, index)
        : (playing[Math.min(index, playing.length - 1)] ?? GREETING);
    await performStep(step, recorded, response, voice);
  }

  await listen(server, port);
  const address = server.address() as AddressInfo;

  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    requests,
    play(next) {
      playing = next;
      requests.length = 0;
    },
    waitForRequest: (count, timeout = 5000) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const found = requests[count - 1];
          if (!found) return;
          clearTimeout(timer);
          arrivals.delete(check);
          resolve(found);
        };
        const timer = setTimeout(() => {
          arrivals.delete(check);
          reject(new Error(`The model was asked ${requests.length} times in ${timeout} ms, not ${count}`));
        }, timeout);
        arrivals.add(check);
        check();
      }),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function record(request: IncomingMessage, response: ServerResponse): Promise<RecordedRequest> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const recorded: RecordedRequest = {
    receivedAt: Date.now(),
    authorization: request.headers.authorization ?? (request.headers["x-api-key"] as string) ?? null,
    body: JSON.parse(Buffer.concat(parts).toString("utf8")) as RecordedRequest["body"],
    abortedAt: null,
    endedAt: null,
  };
  response.on("close", () => {
    if (response.writableFinished) recorded.endedAt = Date.now();
    else recorded.abortedAt = Date.now();
  });
  return recorded;
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
