import { z } from "zod";

const at = z.iso.datetime();

/** Work that a shop's platform asked for, to be done once and in the background. `at` is when it was asked. */
export const shopJobSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("uninstalled"), shop: z.string(), at }),
  z.object({ kind: z.literal("redact-shop"), shop: z.string(), at }),
  z.object({
    kind: z.literal("redact-customer"),
    shop: z.string(),
    at,
    customerId: z.string().nullable(),
    email: z.string().nullable(),
  }),
  z.object({ kind: z.literal("export-customer"), shop: z.string(), at, customerId: z.string() }),
  z.object({ kind: z.literal("scopes-updated"), shop: z.string(), at, scopes: z.array(z.string()) }),
  z.object({ kind: z.literal("store-changed"), shop: z.string(), at }),
]);
export type ShopJob = z.infer<typeof shopJobSchema>;
