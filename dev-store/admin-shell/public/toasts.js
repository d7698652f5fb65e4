const list = document.querySelector("[data-toasts]");

/** Shows a message at the foot of the window; `notify` hears of "action" and "dismiss". */
export function showToast({ id, message, duration, isError, action }, notify) {
  const toast = document.createElement("div");
  toast.className = isError ? "toast toast--bad" : "toast";
  toast.dataset.toast = id;
  const text = document.createElement("span");
  text.textContent = message;
  toast.append(text);
  const dismiss = (event) => {
    if (!toast.isConnected) return;
    toast.remove();
    notify(id, event);
  };
  if (action) toast.append(createButton(action, () => dismiss("action")));
  toast.append(createButton("×", () => dismiss("dismiss"), "Dismiss"));
  list.append(toast);
  setTimeout(() => dismiss("dismiss"), duration);
}

export function hideToast(id) {
  list.querySelector(`[data-toast="${CSS.escape(id)}"]`)?.remove();
}

function createButton(label, onClick, name) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  if (name) button.setAttribute("aria-label", name);
  button.addEventListener("click", onClick);
  return button;
}
