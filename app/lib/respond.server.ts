import { z } from "zod";
import { malformed, methodNotAllowed, toErrorResponse, tooLarge } from "./http-errors.server";
import { readJson } from "./read-json";

/** Runs a route's work; whatever it throws becomes the contract's error. Answers are kept nowhere. */
export async function respond(work: () => Promise<Response>): Promise<Response> {
  try {
    const response = await work();
    if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
    return response;
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Throws 405 for any other method. */
export function requireMethod(request: Request, method: string): void {
  if (request.method !== method) throw methodNotAllowed();
}

/** The body, parsed. Throws 413 for a text beyond `maxTextBytes` or a body beyond `maxBytes`, 400 for another shape. */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  { maxBytes, maxTextBytes }: { maxBytes: number; maxTextBytes: number },
): Promise<z.infer<Schema>> {
  const body = await readJson(request, maxBytes);
  const text = z.object({ text: z.string() }).safeParse(body).data?.text ?? "";
  if (Buffer.byteLength(text) > maxTextBytes) throw tooLarge();
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw malformed(
    `The body is not as expected: ${[issue?.path.join("."), issue?.message].filter(Boolean).join(": ")}.`,
  );
}
