/**
 * What grounding holds back, over HTTP: `npx tsx bench/grounding-delay.ts [milliseconds a token]`. A scripted model's true
 * replies are streamed token by token, once as they come and once through grounding; the client notes when it sees the
 * first words, and how long after its last token each sentence is there.
 */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createGrounding } from "../app/core/assistant/grounding/create-grounding";
import { readUnseen, type UnseenReply } from "./grounding/unseen/read-replies";
import { milliseconds, percentile, table } from "./report";

const EVERY_MS = Number(process.argv[2] ?? 15);
const MAX_REPLIES = 40;
const replies = readUnseen(join(import.meta.dirname, "grounding", "unseen", "4"))
  .filter(({ locale }) => locale === "en")
  .slice(0, MAX_REPLIES);

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  const reply = replies[Number(url.searchParams.get("reply"))];
  if (reply) void stream(reply, url.pathname === "/grounded", response);
});

async function stream(reply: UnseenReply, isGrounded: boolean, response: ServerResponse): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const grounding = isGrounded ? createGrounding(reply.options) : null;
  const started = performance.now();
  const send = (texts: readonly string[]) => {
    for (const text of texts)
      response.write(`data: ${JSON.stringify({ text, tokenAt: performance.now() - started })}\n\n`);
  };
  response.write(`data: ${JSON.stringify({ text: "", tokenAt: 0 })}\n\n`);
  for (const token of reply.truth.match(/\s?\S{1,5}|\s/g) ?? []) {
    await sleep(EVERY_MS);
    send(grounding ? grounding.push(token) : [token]);
  }
  if (grounding) send(grounding.flush());
  response.end();
}

/** Milliseconds to the first words, and to the last. */
async function watch(origin: string, path: string, index: number): Promise<{ first: number; last: number }> {
  const response = await fetch(`${origin}${path}?reply=${index}`);
  const decoder = new TextDecoder();
  let started = Number.NaN;
  let first = Number.NaN;
  for await (const chunk of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    const now = performance.now();
    if (Number.isNaN(started)) started = now;
    if (Number.isNaN(first) && /"text":"[^"]*[^"\s\\n]/.test(decoder.decode(chunk))) first = now - started;
  }
  return { first, last: performance.now() - started };
}

await new Promise<void>((resolve) => server.listen(0, resolve));
const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
const rows: string[][] = [];
for (const path of ["/plain", "/grounded"]) {
  const timings = [];
  for (const index of replies.keys()) timings.push(await watch(origin, path, index));
  const firsts = timings.map(({ first }) => first);
  const lasts = timings.map(({ last }) => last);
  rows.push([
    path.slice(1),
    ...[0.5, 0.95].map((share) => milliseconds(percentile(firsts, share))),
    ...[0.5, 0.95].map((share) => milliseconds(percentile(lasts, share))),
  ]);
}
server.close();
console.log(`${replies.length} replies, a token every ${EVERY_MS} ms`);
console.log(table(["Stream", "First words p50", "p95", "Whole reply p50", "p95"], rows));
