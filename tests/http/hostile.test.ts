import { createHmac, randomUUID } from "node:crypto";
import http from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/running-app";
import { type Session, ShopperClient } from "../support/shopper-client";
import {
  ask,
  expectContract,
  expectContractError,
  proxyParameters,
  SECRET,
  SHOP,
  sendRaw,
  signed,
} from "./hostile-requests";

const AMARA = "7100000000101";
const OMAR = "7100000000108";
const ROOM = "100000";
const JSON_TYPE = { "Content-Type": "application/json" };

let app: RunningApp;
let amara: ShopperClient;
let omar: ShopperClient;
let amaras: Session;
let omars: Session;

beforeAll(async () => {
  app = await startApp({
    env: {
      SHOPIFY_API_SECRET: SECRET,
      RATE_LIMIT_CONVERSATION: ROOM,
      RATE_LIMIT_CUSTOMER: ROOM,
      RATE_LIMIT_ADDRESS: ROOM,
    },
  });
  amara = await ShopperClient.open({ storefrontUrl: app.storefrontUrl, customerId: AMARA });
  omar = await ShopperClient.open({ storefrontUrl: app.storefrontUrl, customerId: OMAR });
  amaras = (await amara.session()).body;
  omars = (await omar.session()).body;
}, 240_000);
afterAll(async () => {
  await app?.stop();
}, 30_000);

const message = (changes: object = {}) => ({ messageId: randomUUID(), text: "hello", ...changes });
const ROUTES: [path: string, body: object | null][] = [
  ["session", {}],
  ["chat", message()],
  ["feedback", { turnId: randomUUID(), rating: "up" }],
  ["handoff", {}],
  ["orders", null],
];
const requestOf = (body: unknown): RequestInit =>
  body === null ? {} : { method: "POST", headers: JSON_TYPE, body: JSON.stringify(body) };
const toApp = (path: string, query: URLSearchParams, body: unknown) =>
  ask(`${app.appUrl}/proxy/${path}?${query}`, requestOf(body));

describe.each(ROUTES)("a request that Shopify did not sign, at /proxy/%s,", (path, body) => {
  test.each<[string, () => URLSearchParams]>([
    ["has no parameters at all", () => new URLSearchParams()],
    ["has no signature", () => new URLSearchParams(proxyParameters(AMARA))],
    ["is signed with another secret", () => signed(proxyParameters(AMARA), "another secret")],
    ["is signed with an empty secret", () => signed(proxyParameters(AMARA), "")],
    ["is old", () => signed(proxyParameters(AMARA, 100))],
    ["is from the future", () => signed(proxyParameters(AMARA, -100))],
    [
      "has a signature of another length",
      () => new URLSearchParams([...proxyParameters(AMARA), ["signature", "ab"]]),
    ],
    [
      "has two signatures",
      () => new URLSearchParams([...signed(proxyParameters()), ["signature", "0".repeat(64)]]),
    ],
    ["had the customer put in", () => replaced(signed(proxyParameters()), "logged_in_customer_id", AMARA)],
    [
      "had a customer added",
      () => new URLSearchParams([...signed(proxyParameters()), ["logged_in_customer_id", AMARA]]),
    ],
    [
      "had another added in capitals",
      () => new URLSearchParams([...signed(proxyParameters()), ["LOGGED_IN_CUSTOMER_ID", AMARA]]),
    ],
    [
      "had its shop replaced",
      () => replaced(signed(proxyParameters(AMARA)), "shop", "stranger.myshopify.com"),
    ],
    ["had two parameters run together", () => runTogether()],
  ])("and %s, is answered with 401", async (_, query) => {
    expectContractError(await toApp(path, query(), body), 401);
  });

  test("and names the customer in headers, gets nothing of hers", async () => {
    const answer = await ask(`${app.appUrl}/proxy/${path}?${signed(proxyParameters())}`, {
      ...requestOf(body),
      headers: { ...JSON_TYPE, "X-Logged-In-Customer-Id": AMARA, "X-Shopify-Customer-Id": AMARA },
    });
    expect(answer.text).not.toMatch(/Amara|#10\d\d/);
  });
});

function replaced(query: URLSearchParams, name: string, value: string): URLSearchParams {
  query.set(name, value);
  return query;
}

/** The message to sign has no separators: "a=1" and "b=2" are the same as "a=1b=2". */
function runTogether(): URLSearchParams {
  const query = signed(proxyParameters(AMARA));
  query.set("path_prefix", `${query.get("path_prefix")}shop=${SHOP}`);
  query.delete("shop");
  return query;
}

const DEEP = 20_000;
const BODIES: [what: string, body: string | Buffer, headers?: Record<string, string>][] = [
  ["nothing", ""],
  ["null", "null"],
  ["a list", "[]"],
  ["a number", "1e999"],
  ["half an object", '{"messageId":"m1","text":"hi'],
  ["two objects", "{}{}"],
  ["deep lists", "[".repeat(DEEP) + "]".repeat(DEEP)],
  ["deep objects", `${'{"a":'.repeat(DEEP / 2)}1${"}".repeat(DEEP / 2)}`],
  ["a prototype", '{"__proto__":{"text":"hi","messageId":"m"},"constructor":{"prototype":{"x":1}}}'],
  [
    "NULs",
    '{"messageId":"nul","text":"a\\u0000b","note":"\\u0000","comment":"\\u0000","email":"a\\u0000@example.com"}',
  ],
  ["NULs as bytes", Buffer.from('{"messageId":"n","text":"a\0b"}')],
  [
    "lone surrogates",
    '{"messageId":"surrogate","text":"\\ud800 \\udc00","note":"\\udfff","comment":"\\ud800"}',
  ],
  ["bytes that are no UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ["UTF-16", Buffer.from('{"messageId":"m1","text":"hi"}', "utf16le")],
  ["a byte order mark", '\ufeff{"messageId":"bom","text":"hi"}'],
  [
    "wrong types",
    '{"messageId":1,"text":["hi"],"turnId":{},"rating":true,"email":[],"note":{},"conversationToken":7,"context":"x","fresh":"yes"}',
  ],
  [
    "an identity",
    `{"messageId":"identity","text":"where are my parcels?","customerId":"${AMARA}","logged_in_customer_id":"${AMARA}","shopper":{"kind":"customer","customerId":"${AMARA}"}}`,
  ],
  [
    "a context that lies",
    `{"messageId":"context","text":"hi","context":{"locale":"../../etc/passwd","page":{"type":"product","productHandle":"'; drop table x; --","url":"javascript:alert(1)"},"cart":{"itemCount":-1}}}`,
  ],
  [
    "a name with line breaks",
    '{"messageId":"m1\\r\\nSet-Cookie: a=b","text":"hi","turnId":"x\\r\\ny","email":"a@example.com\\r\\nBcc: b@example.com"}',
  ],
  ["too much text", JSON.stringify({ messageId: "long", text: "x".repeat(8_193), note: "y".repeat(4_001) })],
  ["a megabyte", JSON.stringify({ messageId: "huge", text: "x".repeat(1_000_000) })],
  ["a form", "messageId=m1&text=hi", { "Content-Type": "application/x-www-form-urlencoded" }],
  [
    "a file",
    '--b\r\nContent-Disposition: form-data; name="text"; filename="x"\r\n\r\nhi\r\n--b--',
    { "Content-Type": "multipart/form-data; boundary=b" },
  ],
  [
    "XML",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
    { "Content-Type": "application/xml" },
  ],
  ["a type that is none", '{"messageId":"type","text":"hi"}', { "Content-Type": ";;;//,=" }],
  ["gzip that is none", '{"messageId":"gzip","text":"hi"}', { "Content-Encoding": "gzip" }],
];

describe.each(["session", "chat", "feedback", "handoff"])("the body of POST %s", (path) => {
  test.each(BODIES)("of %s is refused in words, or answered to the end", async (_, body, headers) => {
    const init = { method: "POST", body: body as BodyInit, headers: { ...JSON_TYPE, ...headers } };
    const proxied = await ask(`${app.storefrontUrl}/apps/aisle/${path}`, init);
    expectContract(proxied);
    expect(proxied.text).not.toMatch(/Amara|#10\d\d/);
    expectContract(await ask(`${app.appUrl}/proxy/${path}?${signed(proxyParameters())}`, init));
  });
});

test.each(BODIES)("the direct chat refuses or answers a body of %s", async (_, body, headers) => {
  const init = {
    method: "POST",
    body: body as BodyInit,
    headers: { ...JSON_TYPE, Authorization: `Bearer ${amaras.token}`, ...headers },
  };
  expectContract(await ask(`${app.appUrl}/chat`, init));
  expectContractError(await ask(`${app.appUrl}/chat`, { ...init, headers: JSON_TYPE }), 400, 401, 413);
});

describe("a token", () => {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claimsOf = (token: string) =>
    JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as Record<string, unknown>;
  const resigned = (header: object, claims: object, secret: string) => {
    const content = `${encode(header)}.${encode(claims)}`;
    return `${content}.${createHmac("sha256", secret).update(content).digest("base64url")}`;
  };

  test.each<[string, () => string]>([
    ["without a signature", () => `${encode({ alg: "none" })}.${encode(claimsOf(amaras.token))}.`],
    ["signed with the API secret itself", () => resigned({ alg: "HS256" }, claimsOf(amaras.token), SECRET)],
    ["signed with nothing", () => resigned({ alg: "HS256" }, claimsOf(amaras.token), "0")],
    ["with another's customer id", () => tampered({ customerId: OMAR })],
    ["of another shop", () => tampered({ shop: "stranger.myshopify.com" })],
    ["that never expires", () => tampered({ exp: 9_999_999_999 })],
    [
      "with another algorithm in its header",
      () => resigned({ alg: "HS512" }, claimsOf(amaras.token), SECRET),
    ],
    ["of two tokens", () => `${amaras.token}, ${omars.token}`],
    ["that is very long", () => "a".repeat(6_000)],
  ])("%s opens nothing", async (_, make) => {
    const headers = { ...JSON_TYPE, Authorization: `Bearer ${make()}` };
    const direct = { method: "POST", headers, body: JSON.stringify(message()) };
    expectContractError(await ask(`${app.appUrl}/chat`, direct), 401);
    expectContractError(await ask(`${app.appUrl}/chat/${randomUUID()}/events`, { headers }), 401);
    expectContractError(
      await ask(`${app.appUrl}/chat/${randomUUID()}/stop`, { method: "POST", headers }),
      401,
    );
    const opened = await amara.session({ conversationToken: make() });
    expect([200, 400]).toContain(opened.status);
    if (opened.status === 200) expect(opened.body.conversationId).not.toBe(omars.conversationId);
  });

  function tampered(changes: object): string {
    const [header = "", , signature = ""] = amaras.token.split(".");
    return [header, encode({ ...claimsOf(amaras.token), ...changes }), signature].join(".");
  }

  test("of another customer opens neither her conversation nor her turns", async () => {
    const turn = await amara.ask("where is my order?", { conversationToken: amaras.token });
    const turnId = turn.turnId ?? "";
    expect((await omar.session({ conversationToken: amaras.token })).body.conversationId).not.toBe(
      amaras.conversationId,
    );
    for (const [path, body] of [
      ["chat", message({ conversationToken: amaras.token })],
      ["feedback", { turnId, rating: "down", conversationToken: amaras.token }],
      ["feedback", { turnId, rating: "down" }],
      ["handoff", { conversationToken: amaras.token }],
    ] as const)
      expect((await omar.post(path, body)).status, path).toBe(403);
    const headers = { Authorization: `Bearer ${omars.token}` };
    expectContractError(await ask(`${app.appUrl}/chat/${turnId}/events`, { headers }), 403);
    expectContractError(await ask(`${app.appUrl}/chat/${turnId}/stop`, { method: "POST", headers }), 403);
  });

  test.each([
    "https://evil.example",
    "null",
    "http://localhost",
    "https://aisle-dev.myshopify.com.evil.example",
  ])("is of no use to a page of %s", async (origin) => {
    const response = await fetch(`${app.appUrl}/chat`, {
      method: "POST",
      headers: { ...JSON_TYPE, Origin: origin, Authorization: `Bearer ${amaras.token}` },
      body: JSON.stringify(message()),
    });
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).not.toBe("*");
    await response.arrayBuffer();
  });
});

describe("a way that does not exist", () => {
  test.each([
    "/proxy/",
    "/proxy/admin",
    "/proxy/session/../../app",
    "/proxy/%2e%2e/app/settings",
    "/proxy/session%00",
    "/proxy/session%2f",
    "/chat/x/y/z",
    "/chat/%00/events",
    "/chat/../app",
    "/chat/'%20or%201=1--/stop",
    `/chat/${"9".repeat(4000)}/events`,
  ])("(%s) is refused, whoever asks", async (path) => {
    const { status } = await ask(`${app.appUrl}${path}`, {
      headers: { Authorization: `Bearer ${amaras.token}`, "User-Agent": "Mozilla/5.0" },
    });
    expect([400, 401, 403, 404, 405, 410]).toContain(status);
  });

  test.each([
    "/chat/%E0%A4%A/events",
    "/proxy/%ff",
    "/..%5c..%5cetc/passwd",
    "/assets/../../package.json",
    "/%",
  ])("(%s) with a broken name is no fault of the server", async (path) => {
    const answer = await sendRaw(app.appUrl, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  test.each(["PUT", "PATCH", "DELETE", "HEAD", "PROPFIND", "OPTIONS"])(
    "%s is no method of the proxy",
    async (method) => {
      for (const [path] of ROUTES) {
        const { status } = await ask(`${app.appUrl}/proxy/${path}?${signed(proxyParameters())}`, { method });
        expect([401, 404, 405], `${method} ${path}`).toContain(status);
      }
    },
  );
});

describe("bytes that are no decent request", () => {
  test.each<[string, string]>([
    ["no HTTP", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"],
    ["two lengths", "POST /chat HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 40\r\n\r\n{}"],
    [
      "length and chunks",
      "POST /chat HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
    ["a negative length", "POST /chat HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n{}"],
    ["a header of 100 KB", `GET /chat HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(100_000)}\r\n\r\n`],
    ["a header with a NUL", "GET /chat HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n"],
    ["no host", "POST /chat HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"],
    [
      "an absolute target",
      "GET http://169.254.169.254/latest HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    ],
    [
      "a broken chunk",
      "POST /chat HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
    ],
  ])("(%s) harm nobody", async (_, bytes) => {
    const answer = await sendRaw(app.appUrl, bytes);
    expect(answer).not.toMatch(/HTTP\/1\.1 (2|5)\d\d/);
  });

  test("that stop half way keep nobody else waiting", async () => {
    const head = `POST /chat HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${amaras.token}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"messageId":`;
    const stuck = Array.from({ length: 50 }, () => sendRaw(app.appUrl, head, 4000));
    const started = Date.now();
    expect((await omar.session()).status).toBe(200);
    expect(Date.now() - started).toBeLessThan(3500);
    for (const answer of await Promise.all(stuck)) expect(answer).not.toMatch(/HTTP\/1\.1 (2|5)\d\d/);
  });
});

test.each([1_000, 200_000, 1_000_000, 3_000_000])(
  "a refused body of %d bytes keeps nobody waiting who comes next on the same connection",
  async (bytes) => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const post = (body: string) =>
      new Promise<number>((resolve, reject) => {
        const headers = { Authorization: "Bearer x", "Content-Length": Buffer.byteLength(body) };
        const request = http.request(`${app.appUrl}/chat`, { agent, method: "POST", headers }, (response) =>
          response.resume().on("end", () => resolve(response.statusCode ?? 0)),
        );
        request.on("error", reject).end(body);
      });
    expect([401, 413]).toContain(await post("x".repeat(bytes)));
    expect(await post("{}")).toBe(401);
    agent.destroy();
  },
  10_000,
);

describe("a webhook", () => {
  const TOPICS = ["app/uninstalled", "shop/redact", "customers/redact"];
  const deliver = async (topic: string, tamper: string) =>
    (await app.control<{ answers: { status: number }[] }>("webhooks", { topic, tamper })).answers;
  const isUntouched = async () =>
    expect((await amara.session()).body.conversationId).toBe(amaras.conversationId);

  test.each(["signature", "no-signature", "body"])(
    "with a wrong %s is answered with 401 and does nothing",
    async (tamper) => {
      for (const topic of TOPICS)
        expect((await deliver(topic, tamper)).map(({ status }) => status)).toEqual([401]);
      await isUntouched();
    },
  );

  test("that names another shop than it was signed for does nothing to this one", async () => {
    for (const topic of TOPICS) await deliver(topic, "shop");
    await isUntouched();
  });
});

test("the same message sent two hundred times at once is one message and one answer", async () => {
  const shopper = await ShopperClient.open({ storefrontUrl: app.storefrontUrl, customerId: "7100000000102" });
  const { token, conversationId } = (await shopper.session()).body;
  const options = { messageId: randomUUID(), conversationToken: token };
  const turns = await Promise.all(
    Array.from({ length: 200 }, () => shopper.ask("Do you have enamel mugs?", options)),
  );
  expect(new Set(turns.map(({ turnId }) => turnId)).size).toBe(1);
  expect(new Set(turns.map(({ text }) => text)).size).toBe(1);
  const { body } = await shopper.session({ conversationToken: token });
  expect(body.conversationId).toBe(conversationId);
  expect(body.messages.map(({ role }) => role)).toEqual(["shopper", "assistant"]);
  expect((await shopper.openChat("Something else", options)).status).toBe(409);
}, 120_000);

test("after all of that the server is well, and nothing was lost or said twice", async () => {
  for (const path of ["healthz", "readyz"]) expect((await ask(`${app.appUrl}/${path}`)).status).toBe(200);
  const turn = await amara.ask("where is my order #1037?", { conversationToken: amaras.token });
  expect(turn.orders.map(({ name }) => name)).toEqual(["#1037"]);
  const { messages } = (await amara.session({ conversationToken: amaras.token })).body;
  expect(messages.filter(({ text }) => text === "where is my order?")).toHaveLength(1);
  expect(app.output()).not.toMatch(/unhandled|uncaught|okafor|amara\.okafor/i);
});
