import type { OrderSource } from "../order-source";
import { AUTUMN } from "./autumn";
import { SUMMER } from "./summer";
import { UNDER_WAY } from "./under-way";

/** Forty orders, oldest first, in every state that a shopper may ask about. */
export const ORDERS: OrderSource[] = [...SUMMER, ...AUTUMN, ...UNDER_WAY];
