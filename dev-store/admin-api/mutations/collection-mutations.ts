import { given } from "../../merchant/edit-product";
import { newCollection } from "../../merchant/new-documents";
import { requireNumericId } from "../views/scalars";
import type { ViewContext } from "../views/view-context";
import { viewCollection } from "../views/view-product";
import { viewShop } from "../views/view-shop";
import { orAbsent } from "./or-absent";
import { userError } from "./user-error";

interface CollectionInput {
  id?: string | null;
  title?: string | null;
  handle?: string | null;
  descriptionHtml?: string | null;
  /** Only of a new collection. */
  products?: string[] | null;
}
type CollectionArguments = { collection?: CollectionInput; input?: CollectionInput };

export function collectionMutations(context: ViewContext): Record<string, unknown> {
  const { merchant, catalogue, clock } = context.store;
  const find = (id: string) => catalogue.collectionById.get(requireNumericId(id, "Collection"));
  const answer = (id: string) => {
    const saved = catalogue.collectionById.get(id);
    return { collection: saved ? viewCollection(saved, context) : null, userErrors: [] };
  };
  const refuse = (field: string, message: string) => ({
    collection: null,
    userErrors: [userError([field], message)],
  });
  return {
    collectionCreate: ({ collection, input }: CollectionArguments) => {
      const fields = collection ?? input ?? {};
      if (!fields.title) return refuse("title", "Title can't be blank");
      const productIds = (fields.products ?? []).map((id) => requireNumericId(id, "Product"));
      const created = newCollection({ ...readFields(fields), title: fields.title }, clock());
      if (catalogue.collectionById.has(created.id)) return refuse("handle", "Handle has already been taken");
      void merchant.saveCollection({ ...created, descriptionHtml: fields.descriptionHtml ?? "", productIds });
      return answer(created.id);
    },
    collectionUpdate: ({ collection, input }: CollectionArguments) => {
      const fields = collection ?? input ?? {};
      const found = find(fields.id ?? "");
      if (!found) return refuse("id", "Collection does not exist");
      const changes = { ...readFields(fields), descriptionHtml: orAbsent(fields.descriptionHtml) };
      void merchant.saveCollection({ ...found, ...given(changes) });
      return answer(found.id);
    },
    collectionDelete: ({ input: { id } }: { input: { id: string } }) => {
      const found = find(id);
      if (found) void merchant.deleteCollection(found.id);
      return {
        deletedCollectionId: found ? id : null,
        shop: () => viewShop(context),
        userErrors: found ? [] : [userError(["id"], "Collection does not exist")],
      };
    },
  };
}

function readFields({ title, handle }: CollectionInput) {
  return { title: orAbsent(title), handle: orAbsent(handle) };
}
