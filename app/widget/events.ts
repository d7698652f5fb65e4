import type { AisleApi, AisleEvents } from "./api";

/** Tells listeners what happens in the chat. A listener that throws keeps nobody else from hearing it. */
export interface EventHub {
  emit: <Name extends keyof AisleEvents>(name: Name, detail: AisleEvents[Name]) => void;
  on: AisleApi["on"];
}

export function createEventHub(): EventHub {
  const target = new EventTarget();
  return {
    emit(name, detail) {
      target.dispatchEvent(new CustomEvent(name, { detail }));
    },
    on(name, listener) {
      const listen = (event: Event) => listener((event as CustomEvent).detail);
      target.addEventListener(name, listen);
      return () => target.removeEventListener(name, listen);
    },
  };
}
