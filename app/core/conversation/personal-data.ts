/** What Aisle keeps of one customer, as she may ask to see it. Dates are ISO 8601. */
export interface CustomerExport {
  customerId: string;
  conversations: {
    id: string;
    startedAt: string;
    messages: { role: string; text: string; at: string }[];
    handoffs: { reason: string; email: string | null; note: string | null; at: string }[];
    feedback: { rating: string; comment: string | null; at: string }[];
  }[];
}

export interface DataRequest {
  id: string;
  customerId: string;
  requestedAt: Date;
  exportedAt: Date | null;
}

/** Everything that is kept of persons, within one shop. */
export interface PersonalDataRepository {
  exportCustomer(shop: string, customerId: string): Promise<CustomerExport>;
  /**
   * Deletes the customer's conversations, and those of visitors in which that email address was left or written.
   * Returns how many.
   */
  eraseCustomer(shop: string, customer: { customerId: string | null; email: string | null }): Promise<number>;
  /** Deletes all conversations and data requests of the shop; its settings stay. */
  eraseShoppers(shop: string): Promise<void>;

  addDataRequest(shop: string, request: DataRequest): Promise<void>;
  /** Newest first, at most 100. */
  listDataRequests(shop: string): Promise<DataRequest[]>;
  markExported(shop: string, id: string, at: Date): Promise<void>;
}
