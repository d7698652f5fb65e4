// The frame's side of the talk with the admin that frames it. Messages carry a mark, so that those of others are left alone.

const MARK = "app-bridge-stand-in";
const listeners = new Map();
const waiting = new Map();
let lastRequest = 0;

export const isEmbedded = window.parent !== window;

export function tell(type, detail = {}) {
  if (isEmbedded) window.parent.postMessage({ mark: MARK, type, ...detail }, "*");
}

/** Asks the admin, and gives its answer. Outside of the admin nobody answers: the promise is rejected. */
export function ask(name, detail = {}) {
  if (!isEmbedded) return Promise.reject(new Error(`shopify.${name} works only within the admin.`));
  const request = ++lastRequest;
  return new Promise((resolve, reject) => {
    waiting.set(request, { resolve, reject });
    tell("request", { request, name, detail });
  });
}

export function on(type, listen) {
  listeners.set(type, listen);
}

window.addEventListener("message", ({ source, data }) => {
  if (source !== window.parent || data?.mark !== MARK) return;
  if (data.type !== "answer") {
    listeners.get(data.type)?.(data);
    return;
  }
  const asked = waiting.get(data.request);
  waiting.delete(data.request);
  if (data.error) asked?.reject(new Error(data.error));
  else asked?.resolve(data.value);
});
