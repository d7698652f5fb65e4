import { z } from "zod";

const at = z.iso.datetime();

/** Something in the shop is not what it was. Many of these may be worked off together. */
const changeKinds = [
  z.object({ kind: z.literal("products-changed"), shop: z.string(), at, productIds: z.array(z.string()) }),
  z.object({ kind: z.literal("texts-changed"), shop: z.string(), at }),
  z.object({ kind: z.literal("export-finished"), shop: z.string(), at }),
] as const;
const shopChangeSchema = z.discriminatedUnion("kind", [...changeKinds]);
export type ShopChange = z.infer<typeof shopChangeSchema>;

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
  ...changeKinds,
]);
export type ShopJob = z.infer<typeof shopJobSchema>;

const CHANGE_KINDS: ReadonlySet<string> = new Set(changeKinds.map(({ shape }) => shape.kind.value));

export function isShopChange(job: ShopJob): job is ShopChange {
  return CHANGE_KINDS.has(job.kind);
}
