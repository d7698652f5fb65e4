import { z } from "zod";
import { allowEverybody } from "./authorise";
import { wroteEmail } from "./her-words";
import { type HandOverData, type HandOverInput, handOverInputSchema } from "./results";
import type { Tool } from "./tool";

const emailSchema = z.email().max(254);

export const handOver: Tool<HandOverInput> = {
  name: "hand_over",
  description:
    "Asks a person of the shop to take over. Use it when the shopper wants a person, or when something has to be done that " +
    "you cannot do (changing, cancelling or refunding an order, a complaint), after she agreed. Asking twice does no harm.",
  input: handOverInputSchema,
  authorise: allowEverybody("hand_over"),
  async execute({ reason, email, note }, context) {
    // Answers go there: an address that she never wrote is somebody else's.
    const address = emailSchema.refine((given) => wroteEmail(context.shopperTexts, given)).safeParse(email);
    const { ticketId, isNew } = await context.requestHandoff(reason, {
      ...(address.success ? { email: address.data } : {}),
      ...(note ? { note } : {}),
    });
    const data: HandOverData = { isNew, hasEmail: address.success };
    return { status: "ok", data, ticketId };
  },
};
