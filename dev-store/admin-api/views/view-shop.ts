import { type PolicyData, STORE_OPENED_AT } from "../../model";
import { STORE_OWNER } from "../../oauth/oauth-service";
import { dateTime, globalId } from "./scalars";
import type { View, ViewContext } from "./view-context";
import { metafieldFields } from "./view-metafield";

export function viewShop(context: ViewContext): View {
  const { data, config, clock } = context.store;
  const { shop } = data;
  const id = globalId("Shop", shop.id);
  const offsetMinutes = timezoneOffsetMinutes(shop.timezone, clock());
  return {
    __typename: "Shop",
    ...metafieldFields(id, context),
    id,
    name: shop.name,
    description: null,
    email: shop.contactEmail,
    contactEmail: shop.contactEmail,
    myshopifyDomain: config.shop,
    url: config.url,
    primaryDomain: viewDomain(context),
    currencyCode: shop.currency,
    enabledPresentmentCurrencies: [shop.currency],
    ianaTimezone: shop.timezone,
    timezoneOffset: formatOffset(offsetMinutes),
    timezoneOffsetMinutes: offsetMinutes,
    shopOwnerName: `${STORE_OWNER.firstName} ${STORE_OWNER.lastName}`,
    plan: {
      __typename: "ShopPlan",
      displayName: "Developer Preview",
      publicDisplayName: "Development",
      partnerDevelopment: true,
      shopifyPlus: false,
    },
    unitSystem: "METRIC_SYSTEM",
    weightUnit: "GRAMS",
    taxesIncluded: false,
    taxShipping: false,
    setupRequired: false,
    orderNumberFormatPrefix: "#",
    orderNumberFormatSuffix: "",
    checkoutApiSupported: true,
    createdAt: dateTime(STORE_OPENED_AT),
    updatedAt: dateTime(STORE_OPENED_AT),
    translations: [],
    shopPolicies: () => data.policies.map((policy) => viewPolicy(policy, config.url)),
  };
}

function viewDomain({ store }: ViewContext): View {
  return {
    __typename: "Domain",
    id: globalId("Domain", store.data.shop.id),
    host: new URL(store.config.url).host,
    url: store.config.url,
    sslEnabled: store.config.url.startsWith("https:"),
  };
}

export function viewPolicy(policy: PolicyData, storefrontUrl: string): View {
  return {
    __typename: "ShopPolicy",
    id: globalId("ShopPolicy", policy.id),
    type: policy.type,
    title: policy.title,
    body: policy.bodyHtml,
    url: `${storefrontUrl}/policies/${policy.handle}`,
    createdAt: dateTime(STORE_OPENED_AT),
    updatedAt: dateTime(policy.updatedAt),
    translations: [],
  };
}

function timezoneOffsetMinutes(timezone: string, at: Date): number {
  const name = new Intl.DateTimeFormat("en", { timeZone: timezone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function formatOffset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}${String(rest).padStart(2, "0")}`;
}
