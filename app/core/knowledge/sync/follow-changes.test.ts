import { describe, expect, it } from "vitest";
import { date, never, prepareFollowedShop, SHOP } from "../fakes/followed-shop";
import { throttled } from "../fakes/memory-source";
import { followChanges } from "./follow-changes";

const shop = prepareFollowedShop();
const { sell, publish, sellMany, drop, workOff, title, dependencies } = shop;

describe("news of a change", () => {
  const at = "2026-11-21T12:00:00.000Z";
  const changed = (...productIds: string[]) => ({
    kind: "products-changed" as const,
    shop: SHOP,
    at,
    productIds,
  });
  const follow = (...changes: Parameters<typeof followChanges>[1]) =>
    followChanges(SHOP, changes, dependencies(), never);

  it("has the products read again at once, each once", async () => {
    sellMany(5);
    await workOff();
    sell(2, date(1), "Thing 2, mended");
    drop(3);
    shop.parts().source.calls = [];
    await follow(changed("2"), changed("3"), changed("2"));
    expect([title(2), title(3), title(1)]).toEqual(["Thing 2, mended", undefined, "Thing 1"]);
    expect(shop.parts().source.calls).toEqual(["readProducts"]);
  });

  it("of a product that is still there does not remove it", async () => {
    sellMany(2);
    await workOff();
    await follow(changed("1"));
    expect(title(1)).toBe("Thing 1");
  });

  it("of another shop, or one that was never read, does nothing", async () => {
    sellMany(2);
    await follow(changed("1"));
    await followChanges("other.myshopify.com", [changed("1")], dependencies(), never);
    expect(shop.parts().source.calls).toEqual([]);
  });

  it("of texts has them looked at now, though nobody is there", async () => {
    publish("a", "Text");
    await workOff();
    publish("a", "Another text", date(5));
    await follow({ kind: "texts-changed", shop: SHOP, at });
    await workOff();
    expect(shop.parts().knowledge.document(SHOP, "a")?.html).toBe("Another text");
  });

  it("that could not be followed is told, so that it comes again", async () => {
    sellMany(2);
    await workOff();
    shop.parts().source.failure = { call: "readProducts", error: throttled(0) };
    await expect(follow(changed("1"))).rejects.toMatchObject({ status: 429 });
    expect(title(1)).toBe("Thing 1");
  });
});
