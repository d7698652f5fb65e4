import { createDatabase } from "~/adapters/persistence/postgres/database";
import { createLedger } from "~/adapters/persistence/postgres/ledger";
import { createSettingsRepository } from "~/adapters/persistence/postgres/settings-repository";
import { summariseSpending } from "~/core/assistant/budget/summarise-spending";
import { PRICES_AS_OF } from "~/core/assistant/model-prices";
import { requireSql } from "~/db.server";
import { singleton } from "~/lib/singleton";

const desk = () =>
  singleton("spending-desk", () => {
    const database = createDatabase(requireSql());
    return { ledger: createLedger(database), settings: createSettingsRepository(database) };
  });

/** What the models took today and this month (UTC, as providers count), beside the shop's ceilings. */
export async function loadCosts(shop: string) {
  const now = new Date();
  const monthStart = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const [days, { settings }] = await Promise.all([
    desk().ledger.readDays(shop, monthStart, now),
    desk().settings.load(shop),
  ]);
  const today = now.toISOString().slice(0, 10);
  return {
    today: summariseSpending(days.filter(({ day }) => day === today)),
    month: summariseSpending(days),
    ceilings: settings.ceilings,
    pricesAsOf: PRICES_AS_OF,
  };
}
