import { z } from "zod";
import type { LoadProblem, ShopData } from "../model";
import { readTextIfPresent } from "./csv-table";
import { deterministicId } from "./fields";

const shopFile = z.object({
  name: z.string().min(1).default("Example store"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default("USD"),
  domain: z.string().min(1).default("example-store.example"),
  contactEmail: z.string().default("help@example-store.example"),
  timezone: z.string().refine(isTimezone, "not an IANA time zone").default("Etc/UTC"),
  datesRelativeTo: z.iso.date().optional(),
});

/** `datesRelativeTo`: the day on which the store's dates were written, for stores that should look alive on any day. */
export interface LoadedShop {
  shop: ShopData;
  datesRelativeTo: string | null;
  problems: LoadProblem[];
}

export function loadShop(path: string, myshopifyDomain: string): LoadedShop {
  const { fields, problems } = readShopFile(path);
  const { datesRelativeTo = null, ...shop } = fields;
  return {
    shop: { ...shop, id: deterministicId("shop", myshopifyDomain), myshopifyDomain },
    datesRelativeTo,
    problems,
  };
}

function readShopFile(path: string): { fields: z.infer<typeof shopFile>; problems: LoadProblem[] } {
  const text = readTextIfPresent(path);
  if (text === null) return { fields: shopFile.parse({}), problems: [] };
  const parsed = shopFile.safeParse(parseJson(text));
  if (parsed.success) return { fields: parsed.data, problems: [] };
  return {
    fields: shopFile.parse({}),
    problems: [{ file: "shop.json", line: 1, reason: z.prettifyError(parsed.error) }],
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : null;
  }
}

function isTimezone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
