import type { MetafieldRecord, ScriptTagRecord } from "../state-store";
import { bulkMutations } from "./mutations/bulk-mutations";
import { collectionMutations } from "./mutations/collection-mutations";
import { documentMutations } from "./mutations/document-mutations";
import { inventoryMutations } from "./mutations/inventory-mutations";
import { productMutations } from "./mutations/product-mutations";
import { userError } from "./mutations/user-error";
import { requireNumericId } from "./views/scalars";
import { viewScriptTag, viewWebhookSubscription } from "./views/view-app";
import type { View, ViewContext } from "./views/view-context";
import { resolveNamespace, viewMetafield } from "./views/view-metafield";

/** Since this day Shopify takes no new script tags, on any API version. */
const SCRIPT_TAGS_ENDED_AT = Date.UTC(2026, 9, 1);
const SCRIPT_TAGS_ENDED = "Script tags are deprecated. Use theme app extensions instead.";

/** What the app can change. */
export function createMutationRoot(context: ViewContext): View {
  return {
    __typename: "Mutation",
    ...scriptTagMutations(context),
    ...webhookMutations(context),
    ...metafieldMutations(context),
    ...bulkMutations(context),
    ...productMutations(context),
    ...inventoryMutations(context),
    ...collectionMutations(context),
    ...documentMutations(context),
  };
}

interface ScriptTagInput {
  src?: string;
  displayScope?: ScriptTagRecord["displayScope"];
  cache?: boolean;
}

function scriptTagMutations(context: ViewContext): Record<string, unknown> {
  const { state, clock } = context.store;
  const hasEnded = () => clock().getTime() >= SCRIPT_TAGS_ENDED_AT;
  return {
    scriptTagCreate: ({ input }: { input: ScriptTagInput }) => {
      if (hasEnded()) return { scriptTag: null, userErrors: [userError(null, SCRIPT_TAGS_ENDED)] };
      if (!input.src?.startsWith("https://")) {
        return {
          scriptTag: null,
          userErrors: [userError(["input", "src"], "Source must be secure (HTTPS)")],
        };
      }
      const record = newScriptTag(input.src, input, clock());
      state.update((draft) => draft.scriptTags.push(record));
      return { scriptTag: viewScriptTag(record), userErrors: [] };
    },
    scriptTagUpdate: () => ({ scriptTag: null, userErrors: [userError(null, SCRIPT_TAGS_ENDED)] }),
    scriptTagDelete: ({ id }: { id: string }) => {
      const number = requireNumericId(id, "ScriptTag");
      if (!state.current.scriptTags.some((record) => record.id === number)) {
        return { deletedScriptTagId: null, userErrors: [userError(["id"], "Script tag not found")] };
      }
      state.update((draft) => {
        draft.scriptTags = draft.scriptTags.filter((record) => record.id !== number);
      });
      return { deletedScriptTagId: id, userErrors: [] };
    },
  };
}

export function newScriptTag(
  src: string,
  { displayScope, cache }: ScriptTagInput,
  at: Date,
): ScriptTagRecord {
  return {
    id: newId(at),
    src,
    displayScope: displayScope ?? "ALL",
    cache: cache ?? false,
    createdAt: at.toISOString(),
    updatedAt: at.toISOString(),
  };
}

interface WebhookInput {
  topic: string;
  webhookSubscription: { uri?: string; callbackUrl?: string; includeFields?: string[] | null };
}

function webhookMutations(context: ViewContext): Record<string, unknown> {
  const { state, clock } = context.store;
  return {
    webhookSubscriptionCreate: ({ topic, webhookSubscription }: WebhookInput) => {
      const uri = webhookSubscription.uri ?? webhookSubscription.callbackUrl ?? "";
      const path = ["webhookSubscription", "callbackUrl"];
      if (!URL.canParse(uri))
        return { webhookSubscription: null, userErrors: [userError(path, "Address is invalid")] };
      const isTaken = state.current.webhookSubscriptions.some(
        (record) => record.topic === topic && record.uri === uri,
      );
      if (isTaken) {
        const message = "Address for this topic has already been taken";
        return { webhookSubscription: null, userErrors: [userError(path, message)] };
      }
      const includeFields = webhookSubscription.includeFields ?? [];
      const record = { id: newId(clock()), topic, uri, includeFields, createdAt: clock().toISOString() };
      state.update((draft) => draft.webhookSubscriptions.push(record));
      return { webhookSubscription: viewWebhookSubscription(record, context), userErrors: [] };
    },
    webhookSubscriptionDelete: ({ id }: { id: string }) => {
      const number = requireNumericId(id, "WebhookSubscription");
      if (!state.current.webhookSubscriptions.some((record) => record.id === number)) {
        const errors = [userError(["id"], "Webhook subscription does not exist")];
        return { deletedWebhookSubscriptionId: null, userErrors: errors };
      }
      state.update((draft) => {
        draft.webhookSubscriptions = draft.webhookSubscriptions.filter((record) => record.id !== number);
      });
      return { deletedWebhookSubscriptionId: id, userErrors: [] };
    },
  };
}

interface MetafieldInput {
  ownerId: string;
  namespace?: string | null;
  key: string;
  type?: string | null;
  value: string;
}

function metafieldMutations({ store }: ViewContext): Record<string, unknown> {
  const { state, clock } = store;
  return {
    metafieldsSet: ({ metafields }: { metafields: MetafieldInput[] }) => {
      const records = metafields.map((input, index) => readMetafield(input, newId(clock(), index), clock()));
      const invalid = records.findIndex((record) => !isValidValue(record));
      if (invalid >= 0) {
        const error = {
          ...userError(["metafields", String(invalid), "value"], "Value is invalid JSON."),
          code: "INVALID_VALUE",
          elementIndex: null,
        };
        return { metafields: null, userErrors: [error] };
      }
      state.update((draft) => {
        draft.metafields = [
          ...draft.metafields.filter((old) => !records.some((record) => isSame(record, old))),
          ...records,
        ];
      });
      return { metafields: records.map(viewMetafield), userErrors: [] };
    },
    metafieldsDelete: ({
      metafields,
    }: {
      metafields: { ownerId: string; namespace: string; key: string }[];
    }) => {
      const wanted = metafields.map((identifier) => ({
        ...identifier,
        namespace: resolveNamespace(identifier.namespace),
      }));
      const isWanted = (record: MetafieldRecord) => wanted.some((identifier) => isSame(identifier, record));
      const deleted = state.current.metafields.filter(isWanted);
      state.update((draft) => {
        draft.metafields = draft.metafields.filter((record) => !isWanted(record));
      });
      return {
        deletedMetafields: deleted.map((record) => ({ __typename: "MetafieldIdentifier", ...record })),
        userErrors: [],
      };
    },
  };
}

function readMetafield(
  { ownerId, namespace, key, type, value }: MetafieldInput,
  id: string,
  at: Date,
): MetafieldRecord {
  const time = at.toISOString();
  const fullNamespace = resolveNamespace(namespace);
  return {
    id,
    ownerId,
    namespace: fullNamespace,
    key,
    type: type ?? "single_line_text_field",
    value,
    createdAt: time,
    updatedAt: time,
  };
}

function isValidValue({ type, value }: MetafieldRecord): boolean {
  if (!type.startsWith("json")) return true;
  try {
    JSON.parse(value);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function isSame(
  one: { ownerId: string; namespace: string; key: string },
  other: { ownerId: string; namespace: string; key: string },
): boolean {
  return one.ownerId === other.ownerId && one.namespace === other.namespace && one.key === other.key;
}

let lastId = 0;

/** Rising with time, as Shopify's ids do, and never given twice. */
function newId(at: Date, offset = 0): string {
  lastId = Math.max(lastId + 1, at.getTime() + offset);
  return String(lastId);
}
