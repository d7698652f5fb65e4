import http from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeNoise } from "./fail-on-noise";

const server = http.createServer((_request, response) => void response.end("hello"));
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
afterAll(() => void server.close());

describe("the watch over noise", () => {
  it("refuses and reports a fetch that leaves the machine", async () => {
    await expect(fetch("http://192.0.2.1/")).rejects.toThrow();
    expect(takeNoise()).toEqual(["network call to 192.0.2.1"]);
  });

  it("refuses and reports other clients, names and TLS too", async () => {
    await new Promise((resolve) => http.get("http://shop.example.com/").on("error", resolve));
    await expect(fetch("https://shop.example.com/")).rejects.toThrow();
    expect(takeNoise()).toEqual(["network call to shop.example.com", "network call to shop.example.com"]);
  });

  it("hears console.error", () => {
    console.error("Something is wrong");
    expect(takeNoise()).toEqual(["console.error: Something is wrong"]);
  });

  it("lets a test call a server of its own", async () => {
    const { port } = server.address() as { port: number };
    expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe("hello");
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe("hello");
  });
});
