/** The wire's events are the core's turn events; the widget imports the types only. */
export {
  type Card,
  type LoggedTurnEvent,
  type OrderCard,
  type Parcel,
  type ProductCard,
  type Source,
  type TurnEvent,
  type TurnOutcome,
  turnEventSchema,
} from "~/core/conversation/turn-event";
