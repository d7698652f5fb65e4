import type { Sentence } from "./claim";
import { type FoundAmount, includesAmount } from "./find-amounts";

const BASKET =
  "(?:basket|cart|bag|order|purchase|spend\\w*|budget|warenkorb|einkauf|bestellung|bestellwert|carrito|cesta|pedido|compra|panier|commande|achat|carrinho|encomenda|carrello|ordine|acquisto|spesa)";
/** "An order of 50", "a 50 euro order": any order, made up to show how a rule works. */
const AN_ORDER_OF = new RegExp(
  `\\b(?:an?|one|eine[rmn]?|einem|una?|une?|uma?)\\s(?:\\p{L}+\\s)?${BASKET}\\s(?:of|worth|for|von|uber|de|d'|por|di|da)\\s?[^\\s\\d]{0,4}$`,
  "u",
);
const A_SUM = /\b(?:an?|one|eine[rmn]?|einem)\s$/;
const THEN_THING = new RegExp(`^[\\s-]+(?:\\p{L}+\\s)?${BASKET}\\b`, "u");
const IN_BASKET = new RegExp(`^\\s(?:\\p{L}+\\s){0,3}?${BASKET}\\b`, "u");
const BASKET_OF = new RegExp(`\\b${BASKET}\\s(?:\\p{L}+\\s){0,3}$`, "u");

/** Sums that are no claim: one made up for an example, and what the shopper said is in her cart. */
export function isSupposed(amount: FoundAmount, { folded, shopper }: Sentence): boolean {
  const before = folded.slice(0, amount.start);
  const after = folded.slice(amount.end);
  if (AN_ORDER_OF.test(before) || (A_SUM.test(before) && THEN_THING.test(after))) return true;
  const isHers = includesAmount(shopper.amounts, amount.values);
  return isHers && (IN_BASKET.test(after) || BASKET_OF.test(before));
}
