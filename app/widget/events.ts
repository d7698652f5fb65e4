import type { AisleEvents } from "./api";

/** Tells listeners what happens in the chat. A listener that throws keeps nobody else from hearing it. */
export type Emit = <Name extends keyof AisleEvents>(name: Name, detail: AisleEvents[Name]) => void;

/** Told by the chat's own element, which tells of nothing else: what happens inside of it does not leave its shadow root. */
export function createEmit(host: EventTarget): Emit {
  return (name, detail) => {
    host.dispatchEvent(new CustomEvent(name, { detail }));
  };
}
