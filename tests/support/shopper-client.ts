import { randomUUID } from "node:crypto";
import { readEventStream, type StreamEvent } from "./event-stream";
import { type Turn, toTurn } from "./turn";

export interface ShopperOptions {
  /** The storefront, such as http://localhost:4000. */
  storefrontUrl: string;
  /** Nobody is signed in when unset. */
  customerId?: string;
  /** Where the merchant put the app proxy. */
  proxyPath?: string;
}

export interface ChatOptions {
  messageId?: string;
  conversationToken?: string | null;
  context?: Record<string, unknown>;
  /** Straight to the app, with the token of a session; through the proxy otherwise. */
  direct?: { streamUrl: string; token: string };
  signal?: AbortSignal;
}

export interface Session {
  token: string;
  expiresInSeconds: number;
  streamUrl: string;
  conversationId: string;
  shopper: { signedIn: boolean; firstName?: string };
  messages: { role: string; text: string; createdAt: string; turnId: string | null }[];
  greeting: string;
  suggestions: string[];
}

/** An answer that is no stream, or is one: what came of a request. */
export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** A browser without a window: keeps the storefront's cookies and speaks the contract, nothing else. */
export class ShopperClient {
  private readonly cookies = new Map<string, string>();
  private readonly proxyUrl: string;

  private constructor(
    private readonly storefrontUrl: string,
    proxyPath: string,
  ) {
    this.proxyUrl = `${storefrontUrl}${proxyPath}`;
  }

  static async open({
    storefrontUrl,
    customerId,
    proxyPath = "/apps/aisle",
  }: ShopperOptions): Promise<ShopperClient> {
    const shopper = new ShopperClient(storefrontUrl, proxyPath);
    if (customerId !== undefined) await shopper.signIn(customerId);
    return shopper;
  }

  async signIn(customerId: string): Promise<void> {
    const response = await this.send(`${this.storefrontUrl}/account/login`, { customerId });
    await response.arrayBuffer();
    if (response.status >= 400)
      throw new Error(`Signing in as ${customerId} was answered with ${response.status}`);
  }

  session(body: Record<string, unknown> = {}): Promise<Answer<Session>> {
    return this.post<Session>("session", body);
  }

  orders(): Promise<Answer<{ orders: unknown[] }>> {
    return this.json(this.fetch(`${this.proxyUrl}/orders`));
  }

  feedback(body: {
    turnId: string;
    rating: string;
    comment?: string;
    conversationToken?: string;
  }): Promise<Answer<unknown>> {
    return this.post("feedback", body);
  }

  handoff(body: { email?: string; note?: string; conversationToken?: string }): Promise<Answer<unknown>> {
    return this.post("handoff", body);
  }

  /** Any POST through the proxy, for requests that the contract does not foresee. */
  post<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.json(this.send(`${this.proxyUrl}/${path}`, body));
  }

  /** Asks and reads the whole turn. Rejects unless the answer is a stream that ends as the contract says. */
  async ask(text: string, options: ChatOptions = {}): Promise<Turn> {
    const events: StreamEvent[] = [];
    for await (const event of this.chat(text, options)) events.push(event);
    const last = events.at(-1)?.event;
    if (last !== "turn-end" && last !== "error")
      throw new Error(`The stream ended with ${last ?? "nothing"}`);
    return toTurn(events);
  }

  /** Asks and gives the events as they come; leaving the loop early drops the connection. */
  async *chat(text: string, options: ChatOptions = {}): AsyncGenerator<StreamEvent> {
    const response = await this.openChat(text, options);
    if (!response.body || !response.headers.get("content-type")?.startsWith("text/event-stream")) {
      throw new Error(`Expected a stream, got ${response.status}: ${(await response.text()).slice(0, 300)}`);
    }
    yield* readEventStream(response.body);
  }

  openChat(
    text: string,
    { messageId = randomUUID(), conversationToken, context, direct, signal }: ChatOptions = {},
  ): Promise<Response> {
    const body = {
      messageId,
      text,
      ...(conversationToken && { conversationToken }),
      ...(context && { context }),
    };
    if (!direct) return this.send(`${this.proxyUrl}/chat`, body, { signal });
    return this.send(direct.streamUrl, body, {
      signal,
      headers: { Authorization: `Bearer ${direct.token}`, Origin: this.storefrontUrl },
    });
  }

  /** Reads on after `lastEventId`, or from the beginning. */
  async *resume(
    direct: { streamUrl: string; token: string },
    turnId: string,
    lastEventId?: string,
  ): AsyncGenerator<StreamEvent> {
    const headers: Record<string, string> = {
      Authorization: `Bearer ${direct.token}`,
      Origin: this.storefrontUrl,
    };
    if (lastEventId !== undefined) headers["Last-Event-ID"] = lastEventId;
    const response = await this.fetch(`${direct.streamUrl}/${turnId}/events`, { headers });
    if (response.status !== 200 || !response.body)
      throw new Error(`Resuming was answered with ${response.status}`);
    yield* readEventStream(response.body);
  }

  stop(direct: { streamUrl: string; token: string }, turnId: string): Promise<Answer<unknown>> {
    const headers = { Authorization: `Bearer ${direct.token}`, Origin: this.storefrontUrl };
    return this.json(this.send(`${direct.streamUrl}/${turnId}/stop`, {}, { headers }));
  }

  private send(
    url: string,
    body: unknown,
    { headers, signal }: Pick<RequestInit, "headers" | "signal"> = {},
  ): Promise<Response> {
    return this.fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "text/event-stream, application/json",
        ...(headers as Record<string, string>),
      },
      body: JSON.stringify(body),
      signal,
    });
  }

  /** Cookies go to the storefront only, as in a browser. */
  private async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const isStorefront = url.startsWith(this.storefrontUrl);
    if (isStorefront && this.cookies.size > 0) {
      headers.set("Cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    }
    const response = await fetch(url, { redirect: "manual", ...init, headers });
    for (const cookie of isStorefront ? response.headers.getSetCookie() : []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name !== undefined && value !== undefined) this.cookies.set(name, value);
    }
    return response;
  }

  private async json<T>(pending: Promise<Response>): Promise<Answer<T>> {
    const response = await pending;
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson && text ? JSON.parse(text) : text) as T,
    };
  }
}
