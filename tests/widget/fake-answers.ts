import type { SessionResponse } from "~/protocol/requests";
import type { FakeShop } from "./fake-shop";

export const PROXY_ERROR_PAGE =
  "<!doctype html><html><body><h1>There was an error in the third-party application</h1></body></html>";

/** What real themes do to widgets that do not defend themselves. */
export const THEME = `html{font-size:62.5%}body{font:1.6rem/1.8 Inter,Helvetica,Arial,sans-serif;margin:2rem}
div:empty,section:empty{display:none}button{background:red!important;text-transform:uppercase}p{margin:4rem;color:purple}`;

export const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"><path fill="#c8d8cf" d="M0 0h8v6H0z"/><circle cx="4" cy="3" r="2" fill="#48705f"/></svg>`;

export function defaultSession(appUrl: string): SessionResponse {
  return {
    token: "token-1",
    expiresInSeconds: 900,
    streamUrl: `${appUrl}/chat`,
    conversationId: "conversation-1",
    storefrontUrl: "https://shop.example",
    shopper: { signedIn: false },
    messages: [],
    name: "Marlow",
    greeting: "Hello! How can I help you today?",
    suggestions: ["Where is my order?", "What is your return policy?"],
    flows: [],
    handedOff: false,
  };
}

export function renderSection({ cart }: Pick<FakeShop, "cart">, name: string): string {
  const count = cart.reduce((sum, { quantity }) => sum + quantity, 0);
  return `<div id="shopify-section-${name}" class="shopify-section"><span>${count} in ${name}</span></div>`;
}

export function describeCart({ cart }: Pick<FakeShop, "cart">): string {
  const items = cart.map(({ variantId, quantity }) => ({ variant_id: variantId, quantity, handle: "shirt" }));
  const item_count = items.reduce((sum, { quantity }) => sum + quantity, 0);
  return JSON.stringify({ item_count, total_price: 0, currency: "EUR", items });
}
