// The theme editor stand-in: unsaved changes show, a range shows its number, a saved embed shows in the preview.
import { showToast } from "./toasts.js";

export function setUpEditor() {
  const editor = document.querySelector("[data-editor]");
  if (!editor) return;
  editor.addEventListener("input", (event) => {
    const output = event.target.parentElement.querySelector("output");
    if (event.target.type === "range" && output) output.value = event.target.value;
  });
  if (new URLSearchParams(location.search).has("saved")) {
    showToast({ id: "saved", message: "Saved", duration: 4000, isError: false }, () => undefined);
  }
}
