import type { Liquid } from "liquidjs";
import { formatMoney } from "../money";
import type { FilterThis } from "./filter-arguments";
import { registersOf } from "./registers";

const currencyOf = (self: FilterThis) => registersOf(self.context).currency;

export function registerMoneyFilters(engine: Liquid): void {
  engine.registerFilter("money", function (this: FilterThis, amount) {
    return formatMoney(Number(amount ?? 0), currencyOf(this));
  });
  engine.registerFilter("money_with_currency", function (this: FilterThis, amount) {
    return formatMoney(Number(amount ?? 0), currencyOf(this), true);
  });
  engine.registerFilter("money_without_trailing_zeros", function (this: FilterThis, amount) {
    return formatMoney(Number(amount ?? 0), currencyOf(this)).replace(/[.,]00$/, "");
  });
  engine.registerFilter("money_without_currency", function (this: FilterThis, amount) {
    return formatMoney(Number(amount ?? 0), currencyOf(this)).replace(/[^\d.,-]/g, "");
  });
  engine.registerFilter("unit_price_with_measurement", function (this: FilterThis, amount) {
    return formatMoney(Number(amount ?? 0), currencyOf(this));
  });
}
