/** What a shop's texts are read from. "faq" is a question that the merchant answered for Aisle itself. */
export type DocumentKind = "policy" | "page" | "article" | "collection" | "faq";
