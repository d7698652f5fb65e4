import type { Conversation } from "~/core/conversation/conversation";
import { tooMany } from "~/lib/http-errors.server";
import { requireAssistant } from "./assistant.server";
import type { Visitor } from "./visitors.server";

type Name = Parameters<ReturnType<typeof requireAssistant>["limits"]["take"]>[0];

/** Counts one of what `name` limits. Throws AppError 429 when it is one too many. */
async function count(name: Name, key: string): Promise<void> {
  const wait = await requireAssistant().limits.take(name, key);
  if (wait !== null) throw tooMany(wait);
}

/** Counts a request of the visitor. Throws 429 when it is one too many. */
export const countRequest = ({ shop, shopper, address }: Visitor) =>
  shopper.kind === "customer"
    ? count("customer", `${shop} ${shopper.customerId}`)
    : count("address", address);

/** Counts a message of the conversation. Throws 429 when it is one too many. */
export const countMessage = ({ id }: Conversation) => count("conversation", id);

/** Counts a stream of the conversation that is taken up again. Throws 429 when it is one too many. */
export const countResume = ({ id }: Conversation) => count("resume", id);

/** Counts a look for what is new in the conversation. Throws 429 when it is one too many. */
export const countUpdate = ({ id }: Conversation, address: string) => count("updates", `${address} ${id}`);

/** Counts a request for a person in the conversation. Throws 429 when it is one too many. */
export const countHandoff = ({ id }: Conversation) => count("handoff", id);
