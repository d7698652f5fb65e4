/** What themes' scripts and forms ask of the cart, and apps beside them. */
const CART_CHANGE = /\/cart\/(add|change|update|clear)(?:\.js)?$/;

/**
 * Calls back when a script of the page has changed the cart, whatever theme it is: read from the browser's own record of
 * requests, so that nobody's fetch is wrapped. Refused changes do not count where the browser tells the status.
 */
export function onCartChange(then: (change: "add" | "other") => void): void {
  if (!("PerformanceObserver" in window)) return;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      const change = URL.canParse(entry.name) && CART_CHANGE.exec(new URL(entry.name).pathname)?.[1];
      if (change && !(entry.responseStatus >= 400)) then(change === "add" ? "add" : "other");
    }
  }).observe({ type: "resource" });
}
