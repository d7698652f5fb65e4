import type { DevStoreContext } from "../../context";
import { formatMoney } from "../money";

const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ku", "ps", "ur", "yi"]);
const LOCALES = ["en", "es", "fr", "de", "pt", "it", "ar", "he", "ja"];

export function createShopObject({ data, config }: DevStoreContext) {
  const policies = data.policies.map(({ title, handle, bodyHtml }) => ({
    title,
    handle,
    body: bodyHtml,
    url: `/policies/${handle}`,
  }));
  const policy = (handle: string) => policies.find((one) => one.handle === handle) ?? null;
  return {
    id: Number(data.shop.id),
    name: data.shop.name,
    description: "",
    domain: data.shop.domain,
    permanent_domain: data.shop.myshopifyDomain,
    url: config.url,
    secure_url: config.url,
    email: data.shop.contactEmail,
    currency: data.shop.currency,
    money_format: formatMoney(0, data.shop.currency).replace(/[\d.,]+/, "{{amount}}"),
    enabled_currencies: [{ iso_code: data.shop.currency }],
    enabled_payment_types: ["visa", "master", "american_express"],
    customer_accounts_enabled: true,
    customer_accounts_optional: true,
    products_count: data.products.length,
    policies,
    privacy_policy: policy("privacy-policy"),
    refund_policy: policy("refund-policy"),
    shipping_policy: policy("shipping-policy"),
    terms_of_service: policy("terms-of-service"),
    pages: data.pages.map(({ title, handle }) => ({ title, handle, url: `/pages/${handle}` })),
    published_locales: LOCALES.map(describeLocale),
    brand: { logo: null, short_description: "", slogan: "", colors: {}, metafields: {} },
    features: {},
  };
}

export function createLocalization(locale: string, currency: string) {
  const symbol = formatMoney(0, currency).replace(/[\d.,\s]+/, "");
  const country = { iso_code: "US", name: "United States", currency: { iso_code: currency, symbol } };
  return {
    language: describeLocale(locale),
    available_languages: LOCALES.map(describeLocale),
    country,
    available_countries: [country],
    market: { id: 1, handle: "us" },
  };
}

export function describeLocale(tag: string) {
  const language = tag.split("-")[0] ?? tag;
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
  return {
    iso_code: tag,
    name,
    endonym_name: new Intl.DisplayNames([tag], { type: "language" }).of(language) ?? language,
    primary: tag === "en",
    root_url: "/",
    direction: RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr",
  };
}
