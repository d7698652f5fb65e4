import { malformed, tooLarge } from "./http-errors.server";

/**
 * The request's body as JSON, whatever its content type says; an empty one is `{}`. Reads at most `maxBytes`, and throws
 * AppError: 413 for more, 400 for what is not UTF-8 or not JSON.
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const announced = Number(request.headers.get("Content-Length") ?? 0);
  if (announced > maxBytes) throw tooLarge();
  const text = decode(await readBytes(request, maxBytes));
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw malformed("The body is not JSON.");
  }
}

/**
 * What is beyond the limit is read too, but not kept: a client that is still sending would not see the answer. How much
 * that may be is the server's affair.
 */
async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch(() => {
      throw malformed("The body broke off.");
    });
    if (done) break;
    size += value.byteLength;
    if (size <= maxBytes) chunks.push(value);
    else chunks.length = 0;
  }
  if (size > maxBytes) throw tooLarge();
  return Buffer.concat(chunks);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw malformed("The body is not UTF-8.");
  }
}
