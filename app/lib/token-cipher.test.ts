import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTokenCipher } from "./token-cipher";

const oldKey = randomBytes(32).toString("base64");
const newKey = randomBytes(32).toString("hex");

describe("token cipher", () => {
  it("refuses a ciphertext in which any single character was changed", () => {
    const cipher = createTokenCipher([newKey]);
    const sealed = cipher.encrypt("shpat_secret");
    for (let at = 0; at < sealed.length; at++) {
      const flipped = sealed[at] === "A" ? "B" : "A";
      const tampered = sealed.slice(0, at) + flipped + sealed.slice(at + 1);
      let read: string | null = null;
      try {
        read = cipher.decrypt(tampered);
      } catch {
        read = null;
      }
      // base64url's last character carries unused bits: then the bytes are the same, and so is the secret.
      if (read !== null) expect(at).toBe(sealed.length - 1);
    }
  });

  it("does not read what another key encrypted", () => {
    expect(() => createTokenCipher([newKey]).decrypt(createTokenCipher([oldKey]).encrypt("x"))).toThrow(
      /not configured/,
    );
  });

  it("gives back any text, and never the same ciphertext twice", () => {
    const cipher = createTokenCipher([newKey]);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const first = cipher.encrypt(text);
        expect(cipher.decrypt(first)).toBe(text);
        expect(cipher.encrypt(text)).not.toBe(first);
        if (text.length > 8) expect(first).not.toContain(text);
      }),
    );
  });

  it("still reads old tokens after a rotation and says that they are outdated", () => {
    const sealed = createTokenCipher([oldKey]).encrypt("token");
    const rotated = createTokenCipher([newKey, oldKey]);
    expect(rotated.decrypt(sealed)).toBe("token");
    expect(rotated.isOutdated(sealed)).toBe(true);
    expect(rotated.isOutdated(rotated.encrypt("token"))).toBe(false);
  });

  it("says so when a key has the wrong size", () => {
    expect(() => createTokenCipher(["c2hvcnQ="])).toThrow(/32 bytes/);
    expect(() => createTokenCipher([])).toThrow(/No token encryption key/);
  });
});
