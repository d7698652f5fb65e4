/** Who a turn's money counts against. */
export interface Payer {
  shop: string;
  conversationId: string;
  /** Null for a visitor, who is counted by conversation. */
  customerId: string | null;
}

/** Millionths of a US dollar, of turns that have ended. Days and months are UTC's. */
export interface Spent {
  shopperDay: number;
  day: number;
  month: number;
}

/** What one model took of a shop's money on one day (UTC). */
export interface SpendingDay {
  /** ISO date, such as 2026-11-21. */
  day: string;
  model: string;
  turns: number;
  inputTokens: number;
  cachedInputTokens: number;
  outputTokens: number;
  /** Millionths of a US dollar; 0 also where the price is not known. */
  costMicros: number;
  /** Turns that this model could not answer because of a ceiling. */
  refusals: number;
}

/** The books of what models took. Turns are entered as they end, with the turn itself (see ConversationRepository.endTurn). */
export interface Ledger {
  readSpent(payer: Payer, at: Date): Promise<Spent>;
  /** From `from` to `to`, both included, oldest first. */
  readDays(shop: string, from: Date, to: Date): Promise<SpendingDay[]>;
}
