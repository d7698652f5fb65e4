import type { Announcer } from "../panel/announcer";
import { el } from "../panel/dom";
import { iconButton } from "../panel/icons";
import type { AttentionTexts } from "../panel/texts";
import type { Shell } from "../shell";
import type { Memory } from "../storage";
import { chime } from "./chime";

const BELL = "M6 16V11a6 6 0 0 1 12 0v5l2 2H4zm4 5h4";

/** How the shopper is called back: by sound and by the browser's notifications, each off until she turns it on. */
export interface Calls {
  sound(): void;
  notify(title: string, body: string): void;
}

/** Puts the choice into the panel's head. */
export function createOptions(
  { close, log }: Shell,
  texts: AttentionTexts,
  announcer: Announcer,
  memory: Memory,
): Calls {
  const sound = checkbox("sound", texts.sound, chime);
  const notices = checkbox("notify", texts.notify, askPermission);
  const box = el("div", { className: "options", hidden: true }, sound.label);
  if ("Notification" in window) box.append(notices.label);
  const toggle = iconButton(texts.options, BELL, "bell", () => {
    box.hidden = !box.hidden;
    toggle.ariaExpanded = String(!box.hidden);
  });
  toggle.ariaExpanded = "false";
  close.parentElement?.querySelector("button")?.before(toggle);
  log.before(box);

  function checkbox(key: string, words: string, onTurnedOn: () => void) {
    const input = el("input", { type: "checkbox", checked: memory.get(key) === "1" });
    input.onchange = () => {
      memory.set(key, input.checked ? "1" : null);
      if (input.checked) onTurnedOn();
    };
    return { input, label: el("label", {}, input, words) };
  }

  async function askPermission(): Promise<void> {
    if ((await Notification.requestPermission()) === "granted") return;
    notices.input.checked = false;
    memory.set("notify", null);
    announcer.say(texts.blocked);
  }

  return {
    sound: () => sound.input.checked && chime(),
    notify(title, body) {
      const allowed = notices.input.checked && Notification.permission === "granted";
      // Phones allow them to service workers only, and say so by throwing.
      if (allowed && !/Android/.test(navigator.userAgent)) new Notification(title, { body, tag: "aisle" });
    },
  };
}
