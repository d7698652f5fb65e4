import type { Product } from "../store/product";
import { productCard } from "../store/product-card";
import { type ProductFit, rankProducts, variantsByFit } from "../store/product-fit";
import { queryWords } from "../store/query-words";
import { allowEverybody } from "./authorise";
import { productFacts, variantFacts } from "./facts";
import { findProducts } from "./product-search/find-products";
import {
  type ProductDetailsData,
  type ProductDetailsInput,
  type ProductNotFoundData,
  productDetailsInputSchema,
} from "./results";
import type { Tool, ToolContext, ToolOutcome } from "./tool";

const MAX_VARIANTS = 60;
const MAX_CANDIDATES = 3;
const MAX_DESCRIPTION = 1500;
/** How far ahead of the second the best product must be when it does not answer every word. */
const CLEAR_LEAD = 1.5;

export const productDetails: Tool<ProductDetailsInput> = {
  name: "product_details",
  description:
    "All about one product: description, options, every variant with price and stock; shows its card. By handle or productId " +
    "of an earlier result or of the page she is on, or by title. Add the colour or size she asks about as title even then.",
  input: productDetailsInputSchema,
  authorise: allowEverybody("product_details"),
  async execute(input, context) {
    const terms = queryWords(input.title ?? "");
    const found = await findOne(input, context);
    if (found.product === null) return missing(found.candidates);
    const [fit] = rankProducts([found.product], terms);
    return fit ? describe(fit, terms) : missing([]);
  },
};

type Found = { product: Product } | { product: null; candidates: ProductFit[] };

async function findOne(input: ProductDetailsInput, context: ToolContext): Promise<Found> {
  const { shop, store, signal } = context;
  const named = input.productId
    ? await store.findProduct(shop, { id: input.productId }, signal)
    : input.handle
      ? await store.findProduct(shop, { handle: input.handle }, signal)
      : null;
  if (named) return { product: named };
  const query = input.title ?? input.handle?.replaceAll("-", " ") ?? "";
  if (query === "") return { product: null, candidates: [] };
  const { fits } = await findProducts(
    {
      query,
      availableOnly: false,
      sort: "relevance",
      all: null,
      any: null,
      offset: 0,
      totalShown: 0,
      floor: 0,
      seen: [],
    },
    context,
  );
  if (!isClear(fits)) return { product: null, candidates: fits.filter(({ score }) => score > 0) };
  const best = fits[0]?.product;
  const whole = best && (await store.findProduct(shop, { id: best.id }, signal));
  return whole ? { product: whole } : { product: null, candidates: [] };
}

/** Whether the first is the one that was meant, not just the nearest. */
function isClear([best, second]: ProductFit[]): boolean {
  if (!best || best.score <= 0) return false;
  if (best.missing.length === 0) return true;
  return best.score >= CLEAR_LEAD * (second?.score ?? 0) && best.missing.length <= 1;
}

function describe(fit: ProductFit, terms: string[]): ToolOutcome {
  const { product } = fit;
  const data: ProductDetailsData = {
    product: {
      ...productFacts(fit),
      description: product.description.slice(0, MAX_DESCRIPTION),
      tags: product.tags,
      variants: variantsByFit(product, terms)
        .slice(0, MAX_VARIANTS)
        .map((variant) => variantFacts(variant, product.currency)),
      variantCount: product.variants.length,
    },
  };
  return { status: "ok", data, cards: [productCard(product, fit.variant)] };
}

function missing(candidates: ProductFit[]): ToolOutcome {
  const data: ProductNotFoundData = {
    reason: "no-product",
    candidates: candidates.slice(0, MAX_CANDIDATES).map(productFacts),
  };
  return { status: "not-found", data };
}
