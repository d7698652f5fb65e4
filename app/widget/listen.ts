import type { AisleApi } from "./api";

/** How others hear what `createEmit` tells. */
export function createListen(host: EventTarget): AisleApi["on"] {
  return (name, listener) => {
    const listen = (event: Event) => listener((event as CustomEvent).detail);
    host.addEventListener(name, listen);
    return () => host.removeEventListener(name, listen);
  };
}
