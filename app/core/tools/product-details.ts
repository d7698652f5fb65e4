import { productCard } from "../store/product-card";
import { type ProductFit, rankProducts, variantsByFit } from "../store/product-fit";
import { queryWords } from "../store/query-words";
import { allowEverybody } from "./authorise";
import { productFacts, variantFacts } from "./facts";
import { findOne } from "./product-search/find-one";
import {
  type ProductDetailsData,
  type ProductDetailsInput,
  type ProductNotFoundData,
  productDetailsInputSchema,
} from "./results";
import type { Tool, ToolOutcome } from "./tool";

const MAX_VARIANTS = 60;
const MAX_CANDIDATES = 3;
const MAX_DESCRIPTION = 1500;

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
    const chosen = terms.length === 0 && found.product.variants.find(({ id }) => id === input.variantId);
    if (!fit) return missing([]);
    const outcome = describe(chosen ? { ...fit, variant: chosen } : fit, terms);
    return input.hidden ? { ...outcome, cards: [] } : outcome;
  },
};

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
