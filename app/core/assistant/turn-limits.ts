/** What one turn may take. Times are milliseconds. */
export interface TurnLimits {
  /** From the first model call to the last word. */
  deadline: number;
  /** Of the deadline, kept for the last model: it always gets its chance. */
  reserve: number;
  /** How long one call of a model may take to its first part, thoughts included; then the next model is asked. */
  firstToken: number;
  /** How long a model may take between two parts. */
  silence: number;
  /** How long a vendor may ask to be left alone and still be asked again in the same turn. */
  retryAfter: number;
  /** How long one tool call may take. */
  toolCall: number;
  /** Model calls of one model; in the last one it gets no tools and has to answer. */
  steps: number;
  toolCalls: number;
  /** Tokens, in and out, of all models together. */
  tokens: number;
  /** Tokens of one model call. */
  outputTokens: number;
}

export const DEFAULT_LIMITS: TurnLimits = {
  deadline: 60_000,
  reserve: 5_000,
  firstToken: 6_000,
  silence: 10_000,
  retryAfter: 2_000,
  toolCall: 8_000,
  steps: 6,
  toolCalls: 8,
  tokens: 60_000,
  outputTokens: 1_200,
};

/** The defaults fitted into another deadline, and another time to the first token where one is given. */
export function limitsForDeadline(deadline: number, firstToken = DEFAULT_LIMITS.firstToken): TurnLimits {
  return {
    ...DEFAULT_LIMITS,
    deadline,
    reserve: Math.min(DEFAULT_LIMITS.reserve, deadline / 4),
    firstToken: Math.min(firstToken, deadline / 2),
    silence: Math.min(DEFAULT_LIMITS.silence, deadline / 2),
  };
}
