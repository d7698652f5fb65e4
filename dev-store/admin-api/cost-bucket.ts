/** Shopify's leaky bucket: a query takes its points, and points come back with time. */
export interface CostBucket {
  /** False when there are too few points left; then none are taken. */
  take(points: number): boolean;
  /** Gives back what a query turned out not to need. */
  refund(points: number): void;
  readonly status: ThrottleStatus;
}

export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

const MAXIMUM = 2_000;
const POINTS_PER_SECOND = 100;

export function createCostBucket(clock: () => Date): CostBucket {
  let available = MAXIMUM;
  let countedAt = clock().getTime();

  function restore(): void {
    const now = clock().getTime();
    available = Math.min(MAXIMUM, available + (Math.max(0, now - countedAt) / 1000) * POINTS_PER_SECOND);
    countedAt = now;
  }

  return {
    take(points) {
      restore();
      if (points > available) return false;
      available -= points;
      return true;
    },
    refund(points) {
      available = Math.min(MAXIMUM, available + Math.max(0, points));
    },
    get status() {
      restore();
      return {
        maximumAvailable: MAXIMUM,
        currentlyAvailable: Math.floor(available),
        restoreRate: POINTS_PER_SECOND,
      };
    },
  };
}
