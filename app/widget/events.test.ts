import { describe, expect, test, vi } from "vitest";
import { createEmit } from "./events";
import { createListen } from "./listen";

function createHub() {
  const host = new EventTarget();
  return { emit: createEmit(host), on: createListen(host) };
}

describe("what happens in the chat", () => {
  test("is told to every listener of that name, until it wants to hear no more", () => {
    const hub = createHub();
    const heard = vi.fn();
    const other = vi.fn();
    const unsubscribe = hub.on("card", heard);
    hub.on("open", other);
    hub.emit("card", { kind: "order" });
    unsubscribe();
    hub.emit("card", { kind: "product" });
    expect(heard.mock.calls).toEqual([[{ kind: "order" }]]);
    expect(other).not.toHaveBeenCalled();
  });

  test("is told twice to a listener that was added twice, until each is ended", () => {
    const hub = createHub();
    const heard = vi.fn();
    const first = hub.on("open", heard);
    hub.on("open", heard);
    first();
    hub.emit("open", {});
    expect(heard).toHaveBeenCalledOnce();
  });
});
