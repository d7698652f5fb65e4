import { setTimeout as sleep } from "node:timers/promises";
import type { CDPSession, Page } from "playwright-core";
import type { Path } from "./subject";

/** Milliseconds between coming near and pressing, as people take. */
const APPROACH_MS = 100;
const PRESS_MS = 30;
const KEY_GAP_MS = 60;

interface Point {
  x: number;
  y: number;
}

/** The middle of an element, once it is there. */
export async function locate(page: Page, path: Path): Promise<Point> {
  const found = await page.waitForFunction((it) => {
    const box = window.probe.find(it)?.getBoundingClientRect();
    return box && box.width > 0 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  }, path);
  return (await found.jsonValue()) as Point;
}

/** A click: with the pointer over the element a moment before (`warm`), or out of nowhere. */
export async function press(devtools: CDPSession, point: Point, warm: boolean): Promise<void> {
  const send = (type: "mouseMoved" | "mousePressed" | "mouseReleased") =>
    devtools.send("Input.dispatchMouseEvent", { type, ...point, button: "left", clickCount: 1 });
  if (warm) {
    await devtools.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...point });
    await sleep(APPROACH_MS);
  }
  await send("mousePressed");
  if (warm) await sleep(PRESS_MS);
  await send("mouseReleased");
}

/** Types at a brisk pace into what has the focus. */
export async function type(page: Page, text: string): Promise<void> {
  for (const letter of text) {
    await page.keyboard.press(letter === " " ? "Space" : letter);
    await sleep(KEY_GAP_MS);
  }
}

/** The gesture of which all scrolling is made here: twelve thousand pixels in two seconds. */
export async function scrollUp(devtools: CDPSession, x: number, y: number): Promise<void> {
  await devtools.send("Input.synthesizeScrollGesture", {
    x,
    y,
    yDistance: 12_000,
    speed: 6000,
    gestureSourceType: "mouse",
  });
}
