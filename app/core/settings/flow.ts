import { z } from "zod";
import { LANGUAGES } from "./languages";

/**
 * A guided flow as data: questions with quick answers that end in one message, sent in the shopper's name. It is asked and
 * answered in the browser; what it ends in is a message like any other, so it can do nothing that typing could not.
 */
export const flowAnswerSchema = z.object({
  label: z.string().trim().min(1).max(60),
  /** What stands for the answer in the message; the label when empty. */
  value: z.string().trim().max(120).default(""),
  /** Id of the step to go on with; the following one when empty, "end" to send the message now. */
  next: z.string().max(40).default(""),
});
export type FlowAnswer = z.infer<typeof flowAnswerSchema>;

export const flowStepSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  question: z.string().trim().min(1).max(200),
  answers: z.array(flowAnswerSchema).max(12),
  /** Whether she may type an answer instead of picking one. */
  freeText: z.boolean().default(false),
  /** Whether she may leave it out; its placeholder is then empty. */
  optional: z.boolean().default(false),
});
export type FlowStep = z.infer<typeof flowStepSchema>;

export const flowSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  /** On the chip that starts it; empty: it is started by `window.aisle.startFlow` alone. */
  title: z.string().trim().max(60).default(""),
  steps: z.array(flowStepSchema).min(1).max(12),
  /** The message, with `{step-id}` where answers go; a part in square brackets falls away when its answers are empty. */
  message: z.string().trim().min(1).max(500),
});
export type Flow = z.infer<typeof flowSchema>;

export const FLOW_TEMPLATES = ["gift-finder", "size-finder"] as const;
export type FlowTemplate = (typeof FLOW_TEMPLATES)[number];

/** One of the app's flows, in the shopper's language. */
export const templateFlowSchema = z.object({ template: z.enum(FLOW_TEMPLATES) });

/** A flow in the merchant's own words, for shoppers of a language, or for all where it is empty. */
export const ownFlowSchema = flowSchema.extend({
  language: z.union([z.literal(""), z.enum(LANGUAGES)]).default(""),
});
export type OwnFlow = z.infer<typeof ownFlowSchema>;

export const configuredFlowSchema = z.union([templateFlowSchema, ownFlowSchema]);
export type ConfiguredFlow = z.infer<typeof configuredFlowSchema>;

export const MAX_FLOWS = 10;
