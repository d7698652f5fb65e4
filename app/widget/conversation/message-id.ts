/** An id that makes sending a message idempotent. `crypto.randomUUID` is missing on pages without https. */
export function createMessageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
