import { createContext, type ReactNode, useContext } from "react";
import { type Texts, textsFor } from "./texts";

export interface AdminLocale {
  /** The language of the person's admin (BCP 47). */
  locale: string;
  /** The shop's (IANA), so that server and browser write the same dates. */
  timeZone: string;
}

const LocaleContext = createContext<AdminLocale>({ locale: "en", timeZone: "UTC" });

export function AdminLocaleProvider({ children, ...value }: AdminLocale & { children: ReactNode }) {
  return <LocaleContext.Provider value={value}>{children}</LocaleContext.Provider>;
}

export const useAdminLocale = (): AdminLocale => useContext(LocaleContext);
export const useTexts = (): Texts => textsFor(useAdminLocale().locale);

/** Writes dates in the person's language and the shop's timezone. */
export function useDateFormat(): (at: string, style?: "date" | "minute") => string {
  const { locale, timeZone } = useAdminLocale();
  return (at, style = "minute") => {
    const format = new Intl.DateTimeFormat(locale, {
      timeZone,
      dateStyle: "medium",
      ...(style === "minute" && { timeStyle: "short" }),
    });
    // Node and browsers differ in the kind of space before AM and PM.
    return format.format(new Date(at)).replace(/[\u202f\u00a0]/g, " ");
  };
}

/** Writes numbers as the person's language does. */
export function useNumberFormat(): (value: number, options?: Intl.NumberFormatOptions) => string {
  const { locale } = useAdminLocale();
  return (value, options) => new Intl.NumberFormat(locale, options).format(value);
}
