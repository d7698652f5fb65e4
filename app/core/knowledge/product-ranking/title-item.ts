/** A token of a title whose word has become the number of its term. */
export type TitleItem =
  /** `isThing`: it stands where the name of a thing ends, and so names the thing rather than describes it. */
  | { kind: "word"; term: number; isThing: boolean }
  | { kind: "code"; term: number }
  | { kind: "break" }
  | { kind: "for" };
