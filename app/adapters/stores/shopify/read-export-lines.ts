import { z } from "zod";
import type { Product } from "~/core/store/product";
import type { ShopProfile } from "~/core/store/store-platform";
import { VendorError } from "~/lib/errors";
import { mapProduct, productNodeSchema } from "./map-product";
import { isShown } from "./read-catalogue";

const productLineSchema = productNodeSchema.omit({ variants: true }).extend({
  publishedAt: z.string().nullable(),
});
const variantSchema = productNodeSchema.shape.variants.shape.nodes.element;
const variantLineSchema = variantSchema.extend({ __parentId: z.string() });

interface ExportEntry {
  product: Product | null;
  lines: number;
}

/**
 * Puts products together from the lines of a grouped export, in which a product's variants follow it. `next` gives the
 * product that a line shows to be complete, `end` the last one. Lines before `fromLine` are passed over, which is where
 * a product begins. Throws VendorError for a line of another shape.
 */
export function createExportLines(profile: ShopProfile, fromLine: number) {
  let at = 0;
  let open: { product: z.infer<typeof productLineSchema>; variants: z.infer<typeof variantSchema>[] } | null =
    null;

  function close(): ExportEntry | null {
    if (!open) return null;
    const { product, variants } = open;
    open = null;
    const isSeen = isShown(product);
    return {
      product: isSeen ? mapProduct({ ...product, variants: { nodes: variants } }, profile) : null,
      lines: at,
    };
  }

  return {
    next(line: string): ExportEntry | null {
      if (at < fromLine || line.trim() === "") {
        at += 1;
        return null;
      }
      const value = parseLine(line);
      const variant = variantLineSchema.safeParse(value);
      if (variant.success && variant.data.__parentId === open?.product.id) {
        open.variants.push(variant.data);
        at += 1;
        return null;
      }
      const product = productLineSchema.safeParse(value);
      if (!product.success) throw unreadable(product.error);
      const complete = close();
      open = { product: product.data, variants: [] };
      at += 1;
      return complete;
    },
    end: close,
  };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw unreadable(error);
  }
}

const unreadable = (cause: unknown) =>
  new VendorError("shopify", "The export has another shape than expected.", { status: 502, cause });
