import { z } from "zod";
import type {
  Conversation,
  Evidence,
  Message,
  MessageRole,
  Turn,
  TurnStatus,
} from "~/core/conversation/conversation";
import { cardSchema, loggedTurnEventSchema, sourceSchema } from "~/core/conversation/turn-event";

export interface ConversationRow {
  id: string;
  shop: string;
  customerId: string | null;
  channel: string;
  locale: string;
  status: string;
  createdAt: Date;
  activeAt: Date;
}

export interface TurnRow {
  id: string;
  conversationId: string;
  clientId: string;
  status: string;
  attempt: number;
  leaseUntil: Date | null;
  startedAt: Date;
}

export interface MessageRow {
  id: string;
  role: string;
  text: string;
  turnId: string | null;
  attachments: unknown;
  createdAt: Date;
}

const CONVERSATION_FIELDS = [
  "id",
  "shop",
  "customerId",
  "channel",
  "locale",
  "status",
  "createdAt",
  "activeAt",
] as const;
const TURN_FIELDS = [
  "id",
  "conversationId",
  "clientId",
  "status",
  "attempt",
  "leaseUntil",
  "startedAt",
] as const;

const columns = (fields: readonly string[], table: string, prefix: string) =>
  fields.map((field) => `${table}."${field}" AS "${prefix}${field}"`).join(", ");

/** Columns of the rows above, in a table or alias that the caller names. */
export const conversationColumns = (table: string) => columns(CONVERSATION_FIELDS, table, "");
export const turnColumns = (table: string) => columns(TURN_FIELDS, table, "");

/** The same beside another row's columns, and how to read them from there. */
export const joinedConversationColumns = (table: string) =>
  columns(CONVERSATION_FIELDS, table, "conversation_");

export function mapJoinedConversation(row: object): Conversation {
  const values = row as Record<string, unknown>;
  const own = CONVERSATION_FIELDS.map((field) => [field, values[`conversation_${field}`]]);
  return mapConversation(Object.fromEntries(own) as ConversationRow);
}

export function mapConversation(row: ConversationRow): Conversation {
  const { id, shop, customerId, channel, locale, createdAt, activeAt } = row;
  const status = row.status === "handed-off" ? "handed-off" : "open";
  return { id, shop, customerId, channel, locale, status, createdAt, activeAt };
}

export function mapTurn(row: TurnRow): Turn {
  const { id, conversationId, clientId, attempt, leaseUntil, startedAt } = row;
  return { id, conversationId, clientId, status: row.status as TurnStatus, attempt, leaseUntil, startedAt };
}

/** What an older version stored and this one cannot read is left out, never shown half. */
const attachmentsSchema = z
  .object({ cards: z.array(cardSchema).catch([]), sources: z.array(sourceSchema).catch([]) })
  .catch({ cards: [], sources: [] });

export function mapMessage(row: MessageRow): Message {
  const { id, text, turnId, createdAt } = row;
  return {
    id,
    role: row.role as MessageRole,
    text,
    turnId,
    createdAt,
    ...attachmentsSchema.parse(row.attachments),
  };
}

const texts = z.array(z.string());
/** What cannot be read is forgotten: the messages themselves are still there. */
export const storedMemorySchema = z
  .object({
    upTo: z.coerce.date(),
    ...{ summary: texts, orders: texts, products: texts, wishes: texts, promises: texts },
  })
  .nullable()
  .catch(null);

export const storedEventsSchema = z.array(loggedTurnEventSchema).catch([]);

export const storedEvidenceSchema: z.ZodType<Evidence[]> = z
  .array(
    z.object({
      tool: z.string(),
      ok: z.boolean(),
      data: z.unknown(),
      call: z
        .object({
          arguments: z.string(),
          message: z.record(z.string(), z.unknown()),
          step: z.number().optional(),
        })
        .optional(),
    }),
  )
  .catch([]);

export const storedCorrectionsSchema = z
  .array(z.object({ kind: z.string(), said: z.string(), became: z.string() }))
  .catch([]);
