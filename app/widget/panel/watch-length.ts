import type { Shell } from "../shell";
import { el } from "./dom";
import type { PanelContext } from "./panel-context";

/** Bytes of UTF-8 that the server takes. */
const MAX_BYTES = 8192;

/** Says above the field that what is in it is too long, before it is sent. */
export function watchLength({ field, composer }: Shell, { form, announcer }: PanelContext): void {
  const warning = el("p", { className: "note", hidden: true });
  composer.before(warning);
  const encoder = new TextEncoder();

  function check(): void {
    const isTooLong = encoder.encode(field.value.trim()).length > MAX_BYTES;
    if (isTooLong && warning.hidden) announcer.say(warning.textContent);
    warning.hidden = !isTooLong;
    field.ariaInvalid = String(isTooLong);
  }

  form((forms) => {
    warning.textContent = forms.tooLong;
    field.addEventListener("input", check);
    check();
    return warning;
  });
}
