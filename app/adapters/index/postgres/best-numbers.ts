/** Collects the worthiest of many numbers. */
export interface BestNumbers {
  offer(number: number, worth: number): void;
  /** The worthiest first; of those that are worth as much, the higher ones. */
  numbers(): number[];
}

export function createBest(limit: number): BestNumbers {
  /** A heap: no place is worthier than its two children, 2 * place + 1 and + 2. */
  const numbers: number[] = [];
  const worths: number[] = [];

  function isWorse(one: number, other: number): boolean {
    const difference = (worths[one] as number) - (worths[other] as number);
    return difference < 0 || (difference === 0 && (numbers[one] as number) < (numbers[other] as number));
  }

  function swap(one: number, other: number): void {
    const number = numbers[one] as number;
    const worth = worths[one] as number;
    numbers[one] = numbers[other] as number;
    worths[one] = worths[other] as number;
    numbers[other] = number;
    worths[other] = worth;
  }

  function rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!isWorse(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  }

  function sink(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      if (left >= numbers.length) return;
      const right = left + 1;
      const child = right < numbers.length && isWorse(right, left) ? right : left;
      if (!isWorse(child, at)) return;
      swap(child, at);
      at = child;
    }
  }

  return {
    offer(number, worth) {
      if (numbers.length < limit) {
        numbers.push(number);
        worths.push(worth);
        rise(numbers.length - 1);
        return;
      }
      const least = worths[0];
      if (least === undefined || worth < least || (worth === least && number < (numbers[0] as number)))
        return;
      numbers[0] = number;
      worths[0] = worth;
      sink();
    },
    numbers: () =>
      numbers
        .map((number, at) => ({ number, worth: worths[at] as number }))
        .sort((a, b) => b.worth - a.worth || b.number - a.number)
        .map(({ number }) => number),
  };
}
