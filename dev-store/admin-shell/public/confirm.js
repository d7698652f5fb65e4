const dialog = document.querySelector("[data-confirm]");

/** Asks in a dialog, and resolves to whether the person goes ahead. */
export function confirm({ title, text, stay, go }) {
  dialog.querySelector("[data-confirm-title]").textContent = title;
  dialog.querySelector("[data-confirm-text]").textContent = text;
  dialog.querySelector("[data-confirm-stay]").textContent = stay;
  dialog.querySelector("[data-confirm-go]").textContent = go;
  dialog.returnValue = "stay";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "go"), { once: true });
  });
}

export function confirmLeaving() {
  return confirm({
    title: "Leave page with unsaved changes?",
    text: "Leaving this page deletes all unsaved changes.",
    stay: "Stay",
    go: "Leave page",
  });
}

export function confirmDiscard() {
  return confirm({
    title: "Discard all unsaved changes?",
    text: "If you discard changes, you delete any edits you made since you last saved.",
    stay: "Continue editing",
    go: "Discard changes",
  });
}

export function setUpConfirmForms() {
  for (const form of document.querySelectorAll("form[data-confirm-form]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const { confirmForm: title, confirmDetail: text, confirmLabel: go } = form.dataset;
      if (await confirm({ title, text, stay: "Cancel", go })) form.submit();
    });
  }
}
