import { readEventStream } from "../tests/support/event-stream";
import { ShopperClient } from "../tests/support/shopper-client";

/** Milliseconds from sending to the first piece of text, and to the end. */
export interface Timing {
  first: number;
  end: number;
}

export type Chat = () => Promise<Timing>;

export const QUESTION = "Which of your jackets would you take on a rainy walk?";

/** The model's own stream through the bare relay. */
export const relayChat =
  (relayUrl: string): Chat =>
  async () => {
    const started = performance.now();
    const body = JSON.stringify({
      model: "scripted-model",
      stream: true,
      messages: [{ role: "user", content: QUESTION }],
    });
    const response = await fetch(relayUrl, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
    });
    let first = Number.NaN;
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let text = "";
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      text += decoder.decode(part.value, { stream: true });
      if (Number.isNaN(first) && /"content":"[^"]/.test(text)) first = performance.now() - started;
    }
    if (!text.includes("[DONE]")) throw new Error("The relay's stream was not whole");
    return { first, end: performance.now() - started };
  };

/** A shopper who has opened the panel: with a session, straight to the app. */
export async function directChat(storefrontUrl: string, customerId?: string): Promise<Chat> {
  const shopper = await ShopperClient.open({ storefrontUrl, customerId });
  const { status, body } = await shopper.session({ fresh: true });
  if (status !== 200) throw new Error(`A session was answered with ${status}: ${JSON.stringify(body)}`);
  return () => timed(shopper, { direct: { streamUrl: body.streamUrl, token: body.token } });
}

/** The same through the App Proxy, where the direct way is blocked. */
export async function proxyChat(storefrontUrl: string, customerId?: string): Promise<Chat> {
  const shopper = await ShopperClient.open({ storefrontUrl, customerId });
  const { body } = await shopper.session({ fresh: true });
  return () => timed(shopper, { conversationToken: body.token });
}

async function timed(
  shopper: ShopperClient,
  options: Parameters<ShopperClient["openChat"]>[1],
): Promise<Timing> {
  const started = performance.now();
  const response = await shopper.openChat(QUESTION, options);
  if (response.status !== 200 || !response.body)
    throw new Error(`A chat was answered with ${response.status}: ${await response.text()}`);
  let first = Number.NaN;
  let last = "";
  for await (const { event, data } of readEventStream(response.body)) {
    last = event;
    if (Number.isNaN(first) && event === "text-delta") first = performance.now() - started;
    if (event === "turn-end" && data.model === "builtin")
      throw new Error("The built-in model answered, not the scripted one");
  }
  if (last !== "turn-end" || Number.isNaN(first)) throw new Error(`A turn ended with ${last}`);
  return { first, end: performance.now() - started };
}
