/** Shorter parts are in too many words. */
const MIN_PART = 4;
const MIN_BEGINNING = 5;
/** The share of the shorter word that has to be the same. */
const SAME_SHARE = 0.7;

/** The known stems of which a stem is the end or the beginning, or the other way round, or that begin like it. */
export function findKin(stem: string, known: readonly string[]): string[] {
  if (stem.length < MIN_PART || /\p{N}/u.test(stem)) return [];
  return known.filter((other) => other !== stem && areKin(stem, other));
}

function areKin(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < MIN_PART || /\p{N}/u.test(long)) return false;
  if (short.length > MIN_PART && long.endsWith(short)) return true;
  const shared = sharedBeginning(short, long);
  return shared >= MIN_BEGINNING && shared >= SAME_SHARE * short.length;
}

function sharedBeginning(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
