import type { LookupAddress } from "node:dns";
import { describe, expect, it } from "vitest";
import { isPrivateAddress } from "~/lib/private-address";
import { createPublicFetch } from "./public-fetch";

/** A name server that gives these addresses, and counts how often it was asked. */
function fetchResolving(addresses: string[]) {
  let asked = 0;
  const fetch = createPublicFetch((_, __, callback) => {
    asked += 1;
    callback(
      null,
      addresses.map((address): LookupAddress => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  });
  return { fetch, asked: () => asked };
}

describe("an address that a merchant typed", () => {
  it.each([
    "http://models.example/v1",
    "http://127.0.0.1/v1",
    "https://127.0.0.1/v1",
    "https://2130706433/v1",
    "https://0x7f.1/v1",
    "https://[::1]/v1",
    "https://[::ffff:10.0.0.1]/v1",
    "https://169.254.169.254/latest/meta-data",
    "https://10.1.2.3:8443/v1",
    "file:///etc/passwd",
  ])("is refused without asking anybody: %s", async (url) => {
    const { fetch, asked } = fetchResolving(["93.184.215.14"]);
    await expect(fetch(url)).rejects.toThrow();
    expect(asked()).toBe(0);
  });

  it.each([
    [["10.0.0.7"]],
    [["127.0.0.1"]],
    [["93.184.215.14", "192.168.1.1"]],
    [["fd00::1"]],
    [["::1"]],
    [[]],
  ])("is refused when its name leads to %j", async (addresses) => {
    const { fetch, asked } = fetchResolving(addresses);
    await expect(fetch("https://localhost/v1")).rejects.toThrow("not a public one");
    expect(asked()).toBe(1);
  });
});

describe("a private address", () => {
  it.each([
    "10.0.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "100.64.1.1",
    "169.254.169.254",
    "0.0.0.0",
    "255.255.255.255",
    "::1",
    "fe80::1",
    "64:ff9b::a00:1",
    "localhost",
    "",
  ])("is one: %s", (address) => expect(isPrivateAddress(address)).toBe(true));

  it.each(["93.184.215.14", "172.32.0.1", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])(
    "is none: %s",
    (address) => expect(isPrivateAddress(address)).toBe(false),
  );
});
