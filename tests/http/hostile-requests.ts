import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { expect } from "vitest";

export const SECRET = "hostile-requests-secret-0123456789";
export const SHOP = "aisle-dev.myshopify.com";

export interface Answer {
  status: number;
  type: string;
  text: string;
}

/** Query parameters in order, repeats allowed, signed as Shopify's App Proxy signs them. */
export function signed(parameters: [string, string][], secret = SECRET): URLSearchParams {
  const names = [...new Set(parameters.map(([name]) => name))].sort();
  const valuesOf = (wanted: string) =>
    parameters.filter(([name]) => name === wanted).map(([, value]) => value);
  const message = names.map((name) => `${name}=${valuesOf(name).join(",")}`).join("");
  const signature = createHmac("sha256", secret).update(message).digest("hex");
  return new URLSearchParams([...parameters, ["signature", signature]]);
}

export const proxyParameters = (customerId = "", secondsAgo = 0): [string, string][] => [
  ["shop", SHOP],
  ["logged_in_customer_id", customerId],
  ["path_prefix", "/apps/aisle"],
  ["timestamp", String(Math.floor(Date.now() / 1000) - secondsAgo)],
];

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: "manual", ...init });
  return {
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    text: await response.text(),
  };
}

/** Bytes as they are, on a connection of their own; what came back until `waitMs` were silent or the server closed. */
export function sendRaw(baseUrl: string, bytes: string | Buffer, waitMs = 1500): Promise<string> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setTimeout(waitMs, () => socket.destroy());
    socket.on("data", (data) => (received += data.toString("latin1")));
    socket.on("close", () => resolve(received));
    socket.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" || error.code === "EPIPE" ? resolve(received) : reject(error),
    );
  });
}

const ERRORS = [400, 401, 403, 404, 405, 409, 413, 429, 503];

/** The contract's error: its status, its shape, a sentence for people and nothing of the inside. */
export function expectContractError({ status, text }: Answer, ...wanted: number[]): void {
  expect(wanted.length > 0 ? wanted : ERRORS, text.slice(0, 300)).toContain(status);
  const { error } = JSON.parse(text) as { error: { code: string; message: string } };
  expect(error.code).toMatch(/^[a-z][a-z-]+$/);
  expect(error.message).toMatch(/\S/);
  expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|prisma|postgres|ZodError|SyntaxError/i);
}

/** Either refused as the contract says, or taken and answered to the end. */
export function expectContract(answer: Answer): void {
  if (answer.status !== 200) expectContractError(answer);
  else if (answer.type.startsWith("text/event-stream"))
    expect(answer.text).toMatch(/event: (turn-end|error)\ndata: .*\n\n$/);
  else JSON.parse(answer.text);
}
