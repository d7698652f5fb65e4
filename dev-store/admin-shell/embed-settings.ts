import { z } from "zod";
import type { SettingDefinition } from "../storefront/theme-schema";

const text = z.string().max(10_000);

/** What the theme editor's form sends. A checkbox comes as `"false"`, or as both when it is ticked. */
export const editorForm = z.object({
  on: z.literal("1").optional(),
  settings: z.record(z.string(), z.union([text, z.array(text)])).default({}),
});

/** Keeps settings that the schema knows, each in the type that the block's Liquid expects. */
export function readSettings(
  sent: z.infer<typeof editorForm>["settings"],
  definitions: SettingDefinition[],
): Record<string, unknown> {
  return Object.fromEntries(
    definitions.flatMap((setting) => {
      if (!setting.id || sent[setting.id] === undefined) return [];
      return [[setting.id, readValue(setting, sent[setting.id] ?? "")]];
    }),
  );
}

function readValue(setting: SettingDefinition, sent: string | string[]): unknown {
  const value = Array.isArray(sent) ? (sent.at(-1) ?? "") : sent;
  if (setting.type === "checkbox") return value === "true";
  if (setting.type === "select" || setting.type === "radio") {
    return setting.options?.some((option) => option.value === value) ? value : setting.default;
  }
  if (setting.type === "range" || setting.type === "number") {
    const number = value === "" ? Number.NaN : Number(value);
    if (Number.isNaN(number)) return setting.default ?? null;
    return Math.min(setting.max ?? number, Math.max(setting.min ?? number, number));
  }
  return value;
}
