/** What is never covered, wherever it stands. */
const CHECKOUT =
  '[name="checkout"],[href*="/checkout"],form[action*="checkout"] [type="submit"],.shopify-payment-button';
/** Banners that ask for consent: nothing shows while one of them does. */
const CONSENT =
  "#shopify-pc__banner,#onetrust-banner-sdk,#CybotCookiebotDialog,#usercentrics-root,#didomi-host,#iubenda-cs-banner," +
  "#truste-consent-track,#cookiescript_injected,#cmplz-cookiebanner-container,.cky-consent-container,.cc-window," +
  ".osano-cm-window,#gdpr-cookie-message,#consentmo-gdpr-banner,.cc-banner,[id*='cookie-banner'],[class*='cookie-banner']," +
  "[id*='cookie-consent'],[class*='cookie-consent']";
/** Points in each direction at which a place is tried; the corners among them. */
const STEPS = 5;

/** Whether an element there would cover what the shopper needs more: consent, checkout, or anything that floats. */
export function isFree(place: DOMRect, host: HTMLElement): boolean {
  return !asksForConsent() && !covers(place, CHECKOUT) && !findFloating(place, host);
}

function asksForConsent(): boolean {
  return [...document.querySelectorAll(CONSENT)].some(isSeen);
}

function isSeen(element: Element): boolean {
  if (
    element.checkVisibility &&
    !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  )
    return false;
  const { width, height } = element.getBoundingClientRect();
  return width * height > 0 || Boolean(element.shadowRoot?.childElementCount);
}

function covers(place: DOMRect, selector: string): boolean {
  return [...document.querySelectorAll(selector)].some((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return (
      isSeen(element) && left < place.right && right > place.left && top < place.bottom && bottom > place.top
    );
  });
}

/** Something of the theme or of another app that floats above the page at that place. */
function findFloating({ left, top, width, height }: DOMRect, host: HTMLElement): Element | undefined {
  const at = (start: number, length: number, step: number) => start + 1 + ((length - 2) * step) / (STEPS - 1);
  for (let row = 0; row < STEPS; row++) {
    for (let column = 0; column < STEPS; column++) {
      const [x, y] = [at(left, width, column), at(top, height, row)];
      const stack = document.elementsFromPoint(x, y);
      // What lies under the page's own ground is decoration.
      const ground = stack.indexOf(document.body);
      const above = ground < 0 ? stack : stack.slice(0, ground);
      const found = above.find((element) => element !== host && floats(element, x, y));
      if (found) return found;
    }
  }
}

function floats(element: Element, x: number, y: number): boolean {
  for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) {
    const { position, bottom } = getComputedStyle(each);
    // Columns that stick to the top are part of the page, bars that stick to the bottom are not.
    if (position === "fixed" || (position === "sticky" && bottom !== "auto"))
      return !each.querySelector("main");
  }
  // The contents of a shadow root that float out of their host.
  const box = element.getBoundingClientRect();
  return element.shadowRoot !== null && (x < box.left || x > box.right || y < box.top || y > box.bottom);
}
