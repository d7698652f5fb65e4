/** An id that makes sending a message idempotent. `crypto.randomUUID` is missing on pages without https. */
export function createMessageId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}
