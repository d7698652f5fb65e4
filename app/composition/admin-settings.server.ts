import { z } from "zod";
import { greet } from "~/core/settings/greeting";
import { settingsSchema } from "~/core/settings/settings";
import { adminDesk } from "./admin-desk.server";
import { previewAnswer } from "./assistant.server";
import { describeProblems } from "./settings-problems";

export async function loadSettingsPage(shop: string) {
  const [{ settings, version }, known] = await Promise.all([
    adminDesk().settings.load(shop),
    adminDesk().shops.findShop(shop),
  ]);
  return {
    settings,
    version,
    contactEmail: known?.profile?.contactEmail ?? "",
    defaultGreeting: greet(
      { ...settings, greeting: "" },
      settings.languages[0] ?? "en",
      known?.profile?.name ?? shop,
    ),
  };
}

const saveRequestSchema = z.object({ basedOn: z.number().int().min(0), settings: z.unknown() });

export async function saveSettings(shop: string, body: unknown) {
  const request = saveRequestSchema.safeParse(body);
  if (!request.success) return { status: "invalid" as const, problems: {} };
  const parsed = settingsSchema.safeParse(request.data.settings);
  if (!parsed.success) return { status: "invalid" as const, problems: describeProblems(parsed.error) };
  return adminDesk().settings.save(shop, request.data.basedOn, parsed.data);
}

const previewRequestSchema = z.object({ settings: z.unknown(), question: z.string().max(200) });

export async function previewSettings(shop: string, body: unknown, signal: AbortSignal) {
  const request = previewRequestSchema.safeParse(body);
  const parsed = settingsSchema.safeParse(request.data?.settings);
  if (!request.success || !parsed.success) return { status: "invalid" as const };
  const { question } = request.data;
  const answer = question.trim() && (await previewAnswer(shop, parsed.data, question, signal));
  return { status: "answered" as const, answer };
}
