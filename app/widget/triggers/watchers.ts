import { onCartChange } from "../page-context/cart-requests";
import type { Memory } from "../storage";
import type { Trigger, TriggerName } from "./trigger-plan";

/** Milliseconds that the page is left alone before anything shows. */
const REST_MS = 2_000;
/** Milliseconds without a page, after which a shopper has come back. */
const AWAY_MS = 30 * 60_000;
/** Milliseconds from a form's sending to the page that answers it. */
const FORM_MS = 15_000;
/** Milliseconds, and the part of the screen's height that is scrolled up within them by somebody who leaves. */
const FLICK_MS = 300;
const FLICK_SCREENS = 0.6;
/** What themes tell of an addition that no request to /cart/add shows. */
const ADDED_EVENTS = [
  "cart:item-added",
  "cart:add",
  "theme:cart:add",
  "product:added-to-cart",
  "ajaxProduct:added",
];
const SIGNS_OF_LIFE = ["pointermove", "pointerdown", "keydown", "scroll", "touchstart"];

interface Watch {
  fire(): void;
  after: number;
  session: Memory;
  lasting: Memory;
}

const soon = ({ fire }: Watch) => setTimeout(fire, REST_MS);

const WATCHERS: Partial<Record<TriggerName, (watch: Watch) => void>> = {
  delay: ({ fire, after }) => setTimeout(fire, after * 1000),

  inactivity({ fire, after }) {
    let timer = 0;
    const restart = () => {
      clearTimeout(timer);
      timer = window.setTimeout(fire, after * 1000);
    };
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, restart, { passive: true });
    restart();
  },

  scroll({ fire, after }) {
    const look = () => {
      const { scrollHeight, clientHeight } = document.documentElement;
      if (scrollHeight > clientHeight && (scrollY / (scrollHeight - clientHeight)) * 100 >= after) fire();
    };
    addEventListener("scroll", look, { passive: true });
    look();
  },

  exit({ fire }) {
    if (matchMedia("(hover: hover)").matches) {
      document.documentElement.addEventListener("mouseleave", ({ clientY }) => clientY <= 0 && fire());
      return;
    }
    // No pointer leaves a phone's screen: whoever is about to go looks for the address bar.
    let [top, at] = [scrollY, performance.now()];
    addEventListener(
      "scroll",
      () => {
        if (top - scrollY > innerHeight * FLICK_SCREENS) fire();
        if (scrollY > top || performance.now() - at > FLICK_MS) [top, at] = [scrollY, performance.now()];
      },
      { passive: true },
    );
  },

  "cart-add"({ fire, session }) {
    const added = () => {
      session.set("added", null);
      fire();
    };
    onCartChange((change) => change === "add" && added());
    for (const name of ADDED_EVENTS) document.addEventListener(name, added);
    // A form that no script takes over leads to another page.
    addEventListener("submit", ({ target }) => {
      if (/\/cart\/add/.test((target as HTMLFormElement).action)) session.set("added", String(Date.now()));
    });
    if (Date.now() - Number(session.get("added") ?? 0) < FORM_MS) setTimeout(added, REST_MS);
  },

  returning(watch) {
    const { session, lasting } = watch;
    const last = Number(lasting.get("seen") ?? Date.now());
    lasting.set("seen", String(Date.now()));
    if (Date.now() - last > AWAY_MS) session.set("returned", "1");
    if (session.get("returned")) soon(watch);
  },
};

/** Calls `fire` whenever what the trigger waits for happens. */
export function watchFor(
  { name, after = 0 }: Trigger,
  fire: () => void,
  session: Memory,
  lasting: Memory,
): void {
  (WATCHERS[name] ?? soon)({ fire, after, session, lasting });
}
