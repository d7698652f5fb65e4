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

/** Points that a shop's plan holds and gives back each second. */
const PLANS = {
  standard: { maximum: 2_000, perSecond: 100 },
  plus: { maximum: 20_000, perSecond: 1_000 },
} as const;

export type ShopPlan = keyof typeof PLANS;

export function createCostBucket(clock: () => Date, plan: ShopPlan): CostBucket {
  const { maximum, perSecond } = PLANS[plan];
  let available: number = maximum;
  let countedAt = clock().getTime();

  function restore(): void {
    const now = clock().getTime();
    available = Math.min(maximum, available + (Math.max(0, now - countedAt) / 1000) * perSecond);
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
      available = Math.min(maximum, available + Math.max(0, points));
    },
    get status() {
      restore();
      return {
        maximumAvailable: maximum,
        currentlyAvailable: Math.floor(available),
        restoreRate: perSecond,
      };
    },
  };
}
