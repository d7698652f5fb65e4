/** A term that some word of the query may be. */
export interface AskedTerm {
  term: number;
  /** The word's place in the query. */
  slot: number;
  /** Its rarity, less where it only stands for the word. */
  weight: number;
}
