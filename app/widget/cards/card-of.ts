import type { Card } from "~/protocol/events";

export type CardOf<Kind extends Card["kind"]> = Extract<Card, { kind: Kind }>;
