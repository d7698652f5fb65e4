import { deterministicId } from "../../load/fields";
import type { ScriptTagRecord, WebhookSubscriptionRecord } from "../../state-store";
import { dateTime, globalId } from "./scalars";
import type { View, ViewContext } from "./view-context";
import { metafieldFields } from "./view-metafield";

export function viewAppInstallation(context: ViewContext): View {
  const { config, app } = context.store;
  const id = globalId("AppInstallation", deterministicId("installation", config.apiKey));
  const adminUrl = `${config.url}/admin/apps/${config.apiKey}`;
  return {
    __typename: "AppInstallation",
    ...metafieldFields(id, context),
    id,
    launchUrl: adminUrl,
    uninstallUrl: null,
    accessScopes: context.scopes.map(viewScope),
    activeSubscriptions: [],
    app: {
      __typename: "App",
      id: globalId("App", deterministicId("app", config.apiKey)),
      apiKey: config.apiKey,
      handle: app.handle,
      title: app.name,
      embedded: true,
      requestedAccessScopes: app.scopes.map(viewScope),
      webhookApiVersion: app.webhookApiVersion,
    },
  };
}

function viewScope(handle: string): View {
  return { __typename: "AccessScope", handle, description: handle.replaceAll("_", " ") };
}

export function viewScriptTag(record: ScriptTagRecord): View {
  return {
    __typename: "ScriptTag",
    id: globalId("ScriptTag", record.id),
    legacyResourceId: record.id,
    src: record.src,
    displayScope: record.displayScope,
    cache: record.cache,
    createdAt: dateTime(record.createdAt),
    updatedAt: dateTime(record.updatedAt),
  };
}

export function viewWebhookSubscription(record: WebhookSubscriptionRecord, { store }: ViewContext): View {
  const version = store.app.webhookApiVersion;
  return {
    __typename: "WebhookSubscription",
    id: globalId("WebhookSubscription", record.id),
    legacyResourceId: record.id,
    topic: record.topic,
    uri: record.uri,
    callbackUrl: record.uri,
    format: "JSON",
    filter: null,
    name: null,
    includeFields: record.includeFields ?? [],
    metafieldNamespaces: [],
    metafields: [],
    apiVersion: { __typename: "ApiVersion", handle: version, displayName: version, supported: true },
    createdAt: dateTime(record.createdAt),
    updatedAt: dateTime(record.createdAt),
  };
}
