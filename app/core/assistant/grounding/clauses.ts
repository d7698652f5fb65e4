/** At commas and "and" that have a verb's worth of words on both sides. */
export function splitClauses(sentence: string): string[] {
  return sentence
    .split(
      /[,;](?!\d)\s|\s[-–—]\s|:\s|\s\(|\)\s|\s(?:and|but|while|und|aber|y|pero|et|mais|e|mas|ma)\s(?=(?:\S+\s){2})/u,
    )
    .filter((part) => /\S/.test(part));
}

/** Finer: at every comma, full stop and "and", as descriptions string together what a thing is. */
export function splitAt(text: string): string[] {
  return text
    .split(
      /[,;:|!?](?!\d)|\.(?!\d)(?:\s|$)|\s[-–—]\s|[()]|\n|\s(?:and|but|und|aber|sowie|y|pero|et|mais|e|ed|mas|ma)\s/u,
    )
    .filter((part) => /\S/.test(part));
}
