export interface Handoff {
  id: string;
  conversationId: string;
  shop: string;
  reason: string;
  email: string | null;
  note: string | null;
  /** What it is about, for the person who takes over. */
  summary: string;
  createdAt: Date;
  emailedAt: Date | null;
  resolvedAt: Date | null;
}

/** Requests for a person. At most one is open in a conversation. */
export interface HandoffRepository {
  /** Opens a request, or adds email and note to the open one. */
  open(handoff: Handoff): Promise<{ handoff: Handoff; isNew: boolean }>;
  markEmailed(id: string, at: Date): Promise<void>;
  resolve(shop: string, id: string, at: Date): Promise<boolean>;
  listOpen(shop: string): Promise<Handoff[]>;
}

/** Tells the merchant's people about a request. Rejects with VendorError when it could not. */
export interface HandoffNotifier {
  notify(message: { to: string; subject: string; text: string }): Promise<void>;
}
