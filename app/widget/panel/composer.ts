import type { Shell } from "../shell";
import type { Memory } from "../storage";
import { iconButton } from "./dom";
import type { PanelTexts } from "./texts";

const STOP = "M8 8h8v8H8z";

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
  const stop = iconButton(texts.stop, STOP, "stop", onStop);
  stop.hidden = true;
  send.before(stop);
  Object.assign(field, { maxLength: 8000, enterKeyHint: "send", ariaLabel: field.placeholder });

  function growWithText(): void {
    if (CSS.supports("field-sizing", "content")) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }

  function write(text: string): void {
    field.value = text;
    memory.set("draft", text || null);
    growWithText();
  }

  // Typed before this module arrived, or on the page before.
  write(field.value || memory.get("draft") || "");
  field.addEventListener("input", () => write(field.value));

  return {
    take() {
      const text = field.value.trim();
      if (!text) return null;
      write("");
      return text;
    },
    setRunning(running) {
      const hadFocus = stop.matches(":focus");
      stop.hidden = !running;
      if (hadFocus && !running) field.focus();
    },
  };
}
