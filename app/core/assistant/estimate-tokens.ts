/**
 * About how many tokens a text is: four ASCII characters or two others each. The encodings of today's models take a few
 * per cent less for English prose and somewhat more for JSON; providers' own counts are what is billed and recorded.
 */
export function estimateTokens(text: string): number {
  const others = text.match(/[^\x20-\x7e\n]/g)?.length ?? 0;
  return Math.ceil((text.length - others) / 4 + others / 2);
}
