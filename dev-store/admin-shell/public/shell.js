// The admin's side of the simulated App Bridge, and the little that its own pages need.

import { listenToApp } from "./app-frame.js";
import { confirmLeaving, setUpConfirmForms } from "./confirm.js";
import { setUpEditor } from "./editor.js";

const menu = document.querySelector("[data-menu]");
menu.addEventListener("click", () => {
  const isOpen = document.body.classList.toggle("menu-open");
  menu.setAttribute("aria-expanded", String(isOpen));
});

for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("[type=submit]");
    button.textContent = form.dataset.busy;
    button.disabled = true;
  });
}

setUpConfirmForms();
setUpEditor();

const frame = document.querySelector("[data-app-frame]");
if (frame) listenToApp(frame, confirmLeaving);
