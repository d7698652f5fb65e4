import { describe, expect, test, vi } from "vitest";
import { createEventHub } from "./events";

describe("the event hub", () => {
  test("tells every listener of that name, until it wants to hear no more", () => {
    const hub = createEventHub();
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

  test("has the same listener twice when it was added twice, each with its own end", () => {
    const hub = createEventHub();
    const heard = vi.fn();
    const first = hub.on("open", heard);
    hub.on("open", heard);
    first();
    hub.emit("open", {});
    expect(heard).toHaveBeenCalledOnce();
  });
});
