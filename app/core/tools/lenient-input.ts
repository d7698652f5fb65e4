import { z } from "zod";

/** A whole number from 1; what is none, or is left out, is `fallback`. */
export const count = (max: number, fallback: number) =>
  z.preprocess(nullToAbsent, z.coerce.number().int().min(1).max(max).catch(fallback).default(fallback));
/** False when left out. */
export const flag = z.preprocess(textToBoolean, z.boolean().default(false));
/** Empty and null are left out. */
export const optionalText = (max: number) =>
  z.preprocess(nullToAbsent, z.coerce.string().max(max).optional());
/** Major units, with or without currency signs and thousands. */
export const optionalAmount = z.preprocess(
  textToAmount,
  z.number().min(0).max(1e12).optional().describe("In major units, such as 49.95"),
);

function nullToAbsent(value: unknown): unknown {
  const bare = typeof value === "string" ? value.trim() : value;
  return bare === null || bare === "" ? undefined : bare;
}

function textToBoolean(value: unknown): unknown {
  if (typeof value !== "string") return value ?? undefined;
  return value.trim().toLowerCase() === "true";
}

function textToAmount(value: unknown): unknown {
  if (typeof value !== "string") return value ?? undefined;
  const digits = value.replace(/[^\d.,]/g, "").replace(/,(?=\d{3}(\D|$))/g, "");
  return digits === "" ? undefined : Number(digits.replace(",", "."));
}
