import type { MetafieldRecord } from "../../state-store";
import { type ConnectionArguments, connect } from "../connection";
import { dateTime, globalId } from "./scalars";
import type { View, ViewContext } from "./view-context";

/** `$app` and no namespace at all are the app's own. */
export const APP_NAMESPACE = "app--aisle";

/** The fields by which every owner of metafields shows them. */
export function metafieldFields(ownerId: string, context: ViewContext): Record<string, unknown> {
  const owned = () => context.store.state.current.metafields.filter((record) => record.ownerId === ownerId);
  return {
    metafield: ({ namespace, key }: { namespace?: string | null; key: string }) => {
      const found = owned().find(
        (record) => record.namespace === resolveNamespace(namespace) && record.key === key,
      );
      return found ? viewMetafield(found) : null;
    },
    metafields: ({ namespace, ...args }: ConnectionArguments & { namespace?: string | null }) =>
      connect(
        owned().filter((record) => !namespace || record.namespace === resolveNamespace(namespace)),
        args,
        viewMetafield,
      ),
  };
}

export function resolveNamespace(namespace: string | null | undefined): string {
  return namespace ? namespace.replace(/^\$app(?=$|:)/, APP_NAMESPACE).replace(":", "--") : APP_NAMESPACE;
}

export function viewMetafield(record: MetafieldRecord): View {
  return {
    __typename: "Metafield",
    id: globalId("Metafield", record.id),
    legacyResourceId: record.id,
    namespace: record.namespace,
    key: record.key,
    type: record.type,
    value: record.value,
    jsonValue: record.type.startsWith("json") ? JSON.parse(record.value) : record.value,
    definition: null,
    createdAt: dateTime(record.createdAt),
    updatedAt: dateTime(record.updatedAt),
  };
}
