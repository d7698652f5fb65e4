import type { Shell } from "../shell";
import type { Memory } from "../storage";
import { button } from "./dom";
import type { PanelTexts } from "./texts";

/** The place where the shopper writes. What stands in it outlives closing, reloading and errors. */
export interface Composer {
  /** What was typed, and empties the field; null when there is nothing but blanks. */
  take(): string | null;
  setRunning(running: boolean): void;
}

export function createComposer(
  { field, send }: Shell,
  memory: Memory,
  texts: PanelTexts,
  onStop: () => void,
): Composer {
  const stop = button("", "stop", onStop);
  Object.assign(stop, { hidden: true, ariaLabel: texts.stop, title: texts.stop });
  send.before(stop);

  function write(text: string): void {
    field.value = text;
    memory.set("draft", text || null);
  }

  // Typed before this module arrived, or on the page before: the loader has put that there.
  write(field.value);
  field.oninput = () => memory.set("draft", field.value || null);

  return {
    take() {
      const text = field.value.trim();
      if (!text) return null;
      write("");
      return text;
    },
    setRunning(running) {
      stop.hidden = !running;
    },
  };
}
