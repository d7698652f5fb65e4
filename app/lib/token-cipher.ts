import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** Encrypts short secrets for storage: AES-256-GCM, written as "v1.<key id>.<nonce>.<ciphertext+tag>" in base64url. */
export interface TokenCipher {
  encrypt(plaintext: string): string;
  /** Throws when the key is unknown or the ciphertext was tampered with. */
  decrypt(ciphertext: string): string;
  /** True when it was encrypted with an older key, so that it can be written anew. */
  isOutdated(ciphertext: string): boolean;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * `keys`: base64 or hex of 32 bytes each. The first encrypts, all of them decrypt, so a key is rotated by putting the
 * new one in front and dropping the old one when nothing is encrypted with it any more.
 */
export function createTokenCipher(keys: string[]): TokenCipher {
  const byId = new Map(keys.map((key) => parseKey(key)).map((key) => [keyId(key), key]));
  const currentId = byId.keys().next().value;
  if (!currentId) throw new Error("No token encryption key is set.");

  return {
    encrypt(plaintext) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", requireKey(byId, currentId), nonce);
      cipher.setAAD(Buffer.from(currentId));
      const sealed = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return ["v1", currentId, nonce.toString("base64url"), sealed.toString("base64url")].join(".");
    },
    decrypt(ciphertext) {
      const { id, nonce, sealed } = parseCiphertext(ciphertext);
      const decipher = createDecipheriv("aes-256-gcm", requireKey(byId, id), nonce);
      decipher.setAAD(Buffer.from(id));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString(
        "utf8",
      );
    },
    isOutdated: (ciphertext) => parseCiphertext(ciphertext).id !== currentId,
  };
}

function parseKey(text: string): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, "hex") : Buffer.from(text, "base64");
  if (key.length !== 32) throw new Error("A token encryption key is not 32 bytes of base64 or hex.");
  return key;
}

function keyId(key: Buffer): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 8);
}

function requireKey(keys: Map<string, Buffer>, id: string): Buffer {
  const key = keys.get(id);
  if (!key) throw new Error(`The token encryption key ${id} is not configured.`);
  return key;
}

function parseCiphertext(ciphertext: string): { id: string; nonce: Buffer; sealed: Buffer } {
  const [version, id, nonce, sealed] = ciphertext.split(".");
  if (version !== "v1" || !id || !nonce || !sealed) throw new Error("Not an encrypted token.");
  return { id, nonce: Buffer.from(nonce, "base64url"), sealed: Buffer.from(sealed, "base64url") };
}
