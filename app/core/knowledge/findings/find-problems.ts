import type { StoreDocument, StorePlatform } from "../../store/store-platform";
import type { KnowledgeIndex } from "../knowledge-index";
import type { ShopAnswers } from "../shop-answers";
import type { KnowledgeSource } from "../sync/knowledge-source";
import { findContradictions } from "./find-contradictions";
import { findDeadLinks, findStorefrontLinks, type StorefrontLink } from "./find-dead-links";
import { findOldPolicies, findPastDates } from "./find-stale";
import type { Finding } from "./finding";
import { productWordsOf } from "./product-words-of";

/** Products that links are followed to; the rest are taken to be there. */
const MAX_PRODUCTS = 30;
const MAX_FINDINGS = 100;

interface ProblemDependencies {
  source: Pick<KnowledgeSource, "listDocuments">;
  store: Pick<StorePlatform, "loadDocuments" | "findProduct">;
  index: Pick<KnowledgeIndex, "readVocabulary">;
  answers: Pick<ShopAnswers, "documents">;
  storefrontUrl(shop: string): Promise<string>;
  now(): Date;
}

/**
 * What a merchant should look at in her texts and answers, as the store has them now: contradictions first. Rejects with
 * VendorError when the store does not answer.
 */
export async function findProblems(
  shop: string,
  deps: ProblemDependencies,
  signal: AbortSignal,
): Promise<Finding[]> {
  const [published, answers, listed, vocabulary, storefrontUrl] = await Promise.all([
    deps.store.loadDocuments(shop, signal),
    deps.answers.documents(shop),
    deps.source.listDocuments(shop, signal),
    deps.index.readVocabulary(shop, signal),
    deps.storefrontUrl(shop),
  ]);
  const documents = [...published, ...answers];
  const links = findStorefrontLinks(documents, storefrontUrl);
  const gone = await findGoneProducts(shop, links, deps, signal);
  const paths = new Set(listed.flatMap(({ path }) => (path === null ? [] : [path])));
  const exists = ({ part, handle }: StorefrontLink) =>
    part === "products" ? !gone.has(handle) : paths.has(`${part}/${handle}`);
  return [
    ...findContradictions(documents, productWordsOf(vocabulary)),
    ...findDeadLinks(links.filter(isJudged(published)), exists),
    ...findPastDates(documents, deps.now()),
    ...findOldPolicies(documents, deps.now()),
  ].slice(0, MAX_FINDINGS);
}

/** Where a scope is missing no page is listed, and nothing can be said of links to pages. */
function isJudged(published: StoreDocument[]) {
  const kinds = new Set(published.map(({ kind }) => kind));
  return ({ part }: StorefrontLink) =>
    part === "products" || kinds.has(part === "pages" ? "page" : "collection");
}

async function findGoneProducts(
  shop: string,
  links: StorefrontLink[],
  { store }: ProblemDependencies,
  signal: AbortSignal,
): Promise<Set<string>> {
  const handles = new Set(links.flatMap(({ part, handle }) => (part === "products" ? [handle] : [])));
  const gone = new Set<string>();
  for (const handle of [...handles].slice(0, MAX_PRODUCTS)) {
    if ((await store.findProduct(shop, { handle }, signal)) === null) gone.add(handle);
  }
  return gone;
}
