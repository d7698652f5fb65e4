import type { Random } from "./random";
import { COLOURS, STATES } from "./state-phrases";
import { trackingNumbers } from "./tracking-numbers";
import type { Order, Product, World } from "./world";
import { disguise, writeCount, writeDate, writeMoney, writeWeekday } from "./writing";

/** A place of a template that a fact goes into. */
export interface Slot {
  /** Null: names a thing and is never falsified. */
  kind: string | null;
  tell(world: World, random: Random): string;
  lie?(world: World, random: Random): string;
}

const DAY = 86_400_000;
const product =
  (index: number) =>
  (world: World): Product =>
    world.products[index] as Product;
const order =
  (state: Order["state"]) =>
  (world: World): Order =>
    world.orders.find((each) => each.state === state) as Order;
const round = (amount: number, { decimals }: World) => Number(amount.toFixed(decimals));

function money(
  kind: string,
  of: (world: World) => number,
  swapped: (world: World) => number[] = () => [],
): Slot {
  return {
    kind,
    tell: (world, random) => writeMoney(of(world), world, random),
    lie(world, random) {
      const true_ = of(world);
      const others = [0.9, 1.1, 0.5, 2.3, 0.77].map((factor) => round(true_ * factor, world));
      const amount = random.pick([...others, ...swapped(world)].filter((other) => other !== true_));
      const written = writeMoney(amount, world, random);
      const otherCurrency = world.currency === "EUR" ? "GBP" : "EUR";
      return random.next() < 0.1
        ? `${otherCurrency} ${true_.toFixed(world.decimals)}`
        : random.next() < 0.2
          ? disguise(written, random)
          : written;
    },
  };
}

function count(kind: string, of: (world: World) => number, lies: readonly number[]): Slot {
  return {
    kind,
    tell: (world, random) => writeCount(of(world), world, random),
    lie(world, random) {
      const other = random.pick(lies.filter((each) => each !== of(world)));
      const written = writeCount(other, world, random);
      return random.next() < 0.15 ? disguise(written, random) : written;
    },
  };
}

function date(
  kind: string,
  of: (world: World) => Date | null,
  others: (world: World) => (Date | null)[],
): Slot {
  const own = (world: World) => of(world) ?? world.now;
  return {
    kind,
    tell: (world, random) => writeDate(own(world), world, random),
    lie(world, random) {
      const shifted = [-9, -1, 1, 2, 11].map((days) => new Date(own(world).getTime() + days * DAY));
      const known = others(world).flatMap((other) =>
        other && Math.abs(other.getTime() - own(world).getTime()) > DAY ? [other] : [],
      );
      return writeDate(random.pick([...shifted, ...known]), world, random);
    },
  };
}

function state(of: Order["state"]): Slot {
  return {
    kind: "state",
    tell: ({ language }, random) => random.pick(STATES[language][of]),
    lie({ language }, random) {
      const others = (["in_transit", "delivered", "unfulfilled", "cancelled", "never"] as const).filter(
        (each) => each !== of && !(of === "cancelled" && each === "unfulfilled"),
      );
      return random.pick(STATES[language][random.pick(others)]);
    },
  };
}

const named = (tell: Slot["tell"]): Slot => ({ kind: null, tell });
const number = (of: Order["state"]): Slot => ({
  kind: "order number",
  tell: (world) => order(of)(world).number,
  lie: (world, random) =>
    order(of)(world).number.replace(/\d+/, (digits) => String(Number(digits) + random.between(61, 900))),
});
const changeDigit = (text: string, random: Random): string => {
  const at = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const place = random.pick(at);
  return `${text.slice(0, place)}${(Number(text[place]) + random.between(1, 8)) % 10}${text.slice(place + 1)}`;
};

const p1 = product(0);
const p2 = product(1);
const transit = order("in_transit");
const delivered = order("delivered");

export const SLOTS: Record<string, Slot> = {
  p1: named((world) => p1(world).title),
  p2: named((world) => p2(world).title),
  item: named((world) => transit(world).item),
  price1: money(
    "price",
    (world) => p1(world).price,
    (world) => [p2(world).price, world.rules.shippingFee],
  ),
  price2: money(
    "price",
    (world) => p2(world).price,
    (world) => [p1(world).price, p2(world).former ?? 1],
  ),
  former2: money(
    "compare-at price",
    (world) => p2(world).former ?? 0,
    (world) => [p1(world).price],
  ),
  saving2: money("saving", (world) => round((p2(world).former ?? 0) - p2(world).price, world)),
  off2: {
    kind: "discount",
    tell: (world) => `${Math.round((1 - p2(world).price / (p2(world).former ?? 1)) * 100)}%`,
    lie: (world, random) => {
      const own = Math.round((1 - p2(world).price / (p2(world).former ?? 1)) * 100);
      return `${own + random.pick([-9, -6, 4, 7, 25])}%`;
    },
  },
  stock1: count("stock", (world) => p1(world).quantity, [2, 11, 14, 25, 40]),
  colour1: {
    kind: "option",
    tell: ({ language, products }) => COLOURS[language][products[0]?.colour ?? ""] ?? "",
    lie: ({ language, products }, random) => {
      const own = [products[0]?.colour, products[0]?.soldOutColour];
      const others = Object.keys(COLOURS.en).filter((colour) => !own.includes(colour));
      return COLOURS[language][random.pick(others)] ?? "";
    },
  },
  gone1: {
    kind: "stock",
    tell: ({ language, products }) => COLOURS[language][products[0]?.soldOutColour ?? ""] ?? "",
    lie: ({ language, products }) => COLOURS[language][products[0]?.colour ?? ""] ?? "",
  },
  "t.number": number("in_transit"),
  "d.number": number("delivered"),
  "u.number": number("unfulfilled"),
  "c.number": number("cancelled"),
  "t.state": state("in_transit"),
  "d.state": state("delivered"),
  "u.state": state("unfulfilled"),
  "c.state": state("cancelled"),
  "t.expected": date(
    "date",
    (world) => transit(world).expected,
    (world) => [transit(world).placed, delivered(world).delivered],
  ),
  "t.placed": date(
    "date",
    (world) => transit(world).placed,
    (world) => [transit(world).expected, delivered(world).placed],
  ),
  "d.delivered": date(
    "date",
    (world) => delivered(world).delivered,
    (world) => [delivered(world).placed, transit(world).expected],
  ),
  "t.weekday": {
    kind: "weekday",
    tell: (world) => writeWeekday(transit(world).expected ?? world.now, world),
    lie: (world, random) =>
      writeWeekday(
        new Date((transit(world).expected ?? world.now).getTime() + random.between(1, 6) * DAY),
        world,
      ),
  },
  "t.days": {
    kind: "date",
    tell: (world) => String(daysAhead(transit(world).expected ?? world.now, world)),
    lie: (world, random) =>
      String(daysAhead(transit(world).expected ?? world.now, world) + random.pick([2, 3, 9])),
  },
  "t.total": money(
    "total",
    (world) => transit(world).total,
    (world) => [delivered(world).total, p1(world).price],
  ),
  "t.quantity": count("quantity", (world) => transit(world).quantity, [6, 7, 8, 12]),
  "t.carrier": {
    kind: "carrier",
    tell: (world) => transit(world).carrier,
    lie: (world, random) =>
      random.pick(
        ["UPS", "FedEx", "DHL", "Royal Mail", "Colissimo", "Correos", "USPS"].filter(
          (name) => !isSame(name, transit(world).carrier),
        ),
      ),
  },
  "t.tracking": {
    kind: "tracking number",
    tell: (world) => transit(world).tracking,
    lie: (world, random) => {
      const others = [
        changeDigit(transit(world).tracking, random),
        delivered(world).tracking,
        random.pick(trackingNumbers()).number,
      ];
      return random.pick(others.filter((other) => other !== transit(world).tracking));
    },
  },
  "t.link": {
    kind: "link",
    tell: (world) => transit(world).url,
    lie: (world, random) =>
      random.pick([
        "https://track.example.evil.test/x",
        `https://${world.host}@evil.test/track`,
        "https://xn--trck-5qa.example/123",
        `https://${world.host}.evil.test/`,
        "javascript:alert(1)",
        "//evil.test/track",
        "tel:+15550001111",
      ]),
  },
  returnDays: count("policy days", ({ rules }) => rules.returnDays, [14, 90, 100, 7, 10, 12]),
  refundDays: count("policy days", ({ rules }) => rules.refundDays, [2, 3, 14, 21, 28, 30, 45, 60]),
  fee: money(
    "fee",
    ({ rules }) => rules.shippingFee,
    ({ rules }) => [rules.labelFee, rules.freeFrom],
  ),
  freeFrom: money(
    "threshold",
    ({ rules }) => rules.freeFrom,
    ({ rules }) => [rules.shippingFee, rules.labelFee],
  ),
  label: money(
    "fee",
    ({ rules }) => rules.labelFee,
    ({ rules }) => [rules.shippingFee],
  ),
  warranty: count("warranty", ({ rules }) => rules.warrantyYears, [7, 10, 12]),
  percent: {
    kind: "discount",
    tell: ({ rules }) => `${rules.percent}%`,
    lie: ({ rules }, random) => `${rules.percent + random.pick([3, 10, 40])}%`,
  },
  code: {
    kind: "code",
    tell: ({ rules }) => rules.code,
    lie: (_, random) => random.pick(["SAVE50", "FREESHIP", "VIP-2026", "SUMMER", "BIGDEAL9"]),
  },
  opens: {
    kind: "hours",
    tell: ({ rules }) => `${rules.opens}:00`,
    lie: (_, random) => random.pick(["6:00", "7:30", "11:00"]),
  },
  closes: {
    kind: "hours",
    tell: ({ rules }) => `${rules.closes}:00`,
    lie: (_, random) => random.pick(["20:00", "21:30", "23:00"]),
  },
  phone: {
    kind: "phone",
    tell: ({ rules }) => rules.phone,
    lie: (_, random) => `+1 800 55${random.between(10, 99)} ${random.between(100, 999)}`,
  },
  email: {
    kind: "email",
    tell: ({ rules }) => rules.email,
    lie: (world, random) =>
      random.pick(["help@evil.test", `care@${world.host}.evil.test`, "support@gmail.com"]),
  },
};

const isSame = (a: string, b: string): boolean =>
  b.toLowerCase().includes(a.toLowerCase()) || (a === "USPS" && /united states/i.test(b));

function daysAhead(day: Date, { now, timezone }: World): number {
  const plain = (date: Date) =>
    Date.parse(new Intl.DateTimeFormat("en-CA", { timeZone: timezone }).format(date));
  return Math.round((plain(day) - plain(now)) / DAY);
}
