import { describe, expect, it } from "vitest";
import { date, HOUR_MS, prepareFollowedShop, SHOP } from "../fakes/followed-shop";

const shop = prepareFollowedShop();
const { sell, publish, sellMany, drop, pass, workOff, sync, title, counts } = shop;

describe("a check", () => {
  const checkLater = async () => {
    pass(HOUR_MS);
    shop.parts().source.calls = [];
    await workOff();
  };

  it("that finds nothing new reads nothing", async () => {
    sellMany(60);
    publish("hours", "We open at nine.");
    await workOff();
    await checkLater();
    expect(shop.parts().source.calls.sort()).toEqual(["describeProducts", "listDocuments"]);
    expect((await sync("products")).checkedAt).toEqual(shop.parts().now);
  });

  it("reads the products that changed, and no others", async () => {
    sellMany(200);
    await workOff();
    sell(5, date(3), "Thing 5, mended");
    sell(201, date(4));
    await checkLater();
    expect(title(5)).toBe("Thing 5, mended");
    expect((await counts()).products).toBe(201);
    expect(shop.parts().source.calls.filter((call) => call === "readChangedPage")).toHaveLength(1);
    expect(shop.parts().source.calls).not.toContain("readProductPage");
  });

  it("finds what changed while a whole reading was under way", async () => {
    sellMany(900);
    shop.parts().source.onEntry = (lines) => {
      if (lines === 500) sell(3, date(9), "Thing 3, mended");
    };
    await workOff();
    expect(title(3)).toBe("Thing 3, mended");
  });

  it("takes another reading when products are missing twice, not for a count that lags once", async () => {
    sellMany(20);
    await workOff();
    drop(4);
    await checkLater();
    expect(title(4)).toBe("Thing 4");
    await checkLater();
    expect(title(4)).toBeUndefined();
    expect((await sync("products")).generation).toBe(2);
  });

  it("does not read a shop again and again whose platform counts what it never shows", async () => {
    sellMany(20);
    shop.parts().source.count = 23;
    await workOff();
    for (let hour = 0; hour < 5; hour += 1) await checkLater();
    expect((await sync("products")).generation).toBe(1);
  });

  it("reads the whole shop when too much has changed at once", async () => {
    sellMany(2100);
    await workOff();
    for (let number = 1; number <= 2100; number += 1) sell(number, date(number), `Thing ${number}, mended`);
    await checkLater();
    expect(title(2100)).toBe("Thing 2100, mended");
    expect((await sync("products")).generation).toBe(2);
  });

  it("reads the texts that changed, and drops those that are gone", async () => {
    for (const id of ["a", "b", "c"]) publish(id, `Text ${id}`);
    await workOff();
    publish("b", "Another text", date(5));
    shop.parts().source.documents = shop.parts().source.documents.filter(({ value }) => value.id !== "c");
    await checkLater();
    expect(shop.parts().knowledge.document(SHOP, "b")?.html).toBe("Another text");
    expect(shop.parts().knowledge.document(SHOP, "c")).toBeUndefined();
    expect((await counts()).documents).toBe(2);
  });

  it("drops a text that was emptied", async () => {
    publish("a", "Text");
    await workOff();
    const { readDocuments } = shop.parts().source;
    publish("a", "", date(5));
    shop.parts().source.readDocuments = async (...input) =>
      (await readDocuments(...input)).filter(({ html }) => html !== "");
    await checkLater();
    expect((await counts()).documents).toBe(0);
  });
});
