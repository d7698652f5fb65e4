import type { Random } from "./random";
import { STATES } from "./state-phrases";
import type { Order, Product, World } from "./world-shape";
import { disguise, writeCount, writeDate, writeMoney } from "./writing";

/** A place of a template that a fact goes into. */
export interface Slot {
  /** Null: names a thing and is never falsified. */
  kind: string | null;
  tell(world: World, random: Random): string;
  lie?(world: World, random: Random): string;
}

export const DAY = 86_400_000;
export const product =
  (index: number) =>
  (world: World): Product =>
    world.products[index] as Product;
export const order =
  (state: Order["state"]) =>
  (world: World): Order =>
    world.orders.find((each) => each.state === state) as Order;
export const round = (amount: number, { decimals }: World) => Number(amount.toFixed(decimals));

export function money(
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

export function count(kind: string, of: (world: World) => number, lies: readonly number[]): Slot {
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

export function date(
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

export function state(of: Order["state"]): Slot {
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

export const named = (tell: Slot["tell"]): Slot => ({ kind: null, tell });
export const number = (of: Order["state"]): Slot => ({
  kind: "order number",
  tell: (world) => order(of)(world).number,
  lie: (world, random) =>
    order(of)(world).number.replace(/\d+/, (digits) => String(Number(digits) + random.between(61, 900))),
});
export const changeDigit = (text: string, random: Random): string => {
  const at = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const place = random.pick(at);
  return `${text.slice(0, place)}${(Number(text[place]) + random.between(1, 8)) % 10}${text.slice(place + 1)}`;
};

export const isSame = (a: string, b: string): boolean =>
  b.toLowerCase().includes(a.toLowerCase()) || (a === "USPS" && /united states/i.test(b));

export function daysAhead(day: Date, { now, timezone }: World): number {
  const plain = (date: Date) =>
    Date.parse(new Intl.DateTimeFormat("en-CA", { timeZone: timezone }).format(date));
  return Math.round((plain(day) - plain(now)) / DAY);
}
