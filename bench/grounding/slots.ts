import {
  changeDigit,
  count,
  DAY,
  date,
  daysAhead,
  isSame,
  money,
  named,
  number,
  order,
  product,
  round,
  type Slot,
  state,
} from "./slot-kinds";
import { COLOURS } from "./state-phrases";
import { trackingNumbers } from "./tracking-numbers";
import { writeWeekday } from "./writing";

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
