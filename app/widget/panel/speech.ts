/**
 * Says the sentences of a growing text that are complete and have not been said: call what it gives with all of the text so
 * far.
 */
export function createSpeech(say: (text: string) => unknown): (text: string, finished: boolean) => void {
  let said = "";
  return (text, finished) => {
    // What was taken back may have been said: its place is taken by something else.
    const from = text.startsWith(said) ? said.length : 0;
    said = finished ? text : text.slice(0, endOfLastSentence(text, from));
    const sentences = plain(said.slice(from));
    if (sentences) say(sentences);
  };
}

/** Where the last complete sentence or line at or after `from` ends; `from` when none does. */
function endOfLastSentence(text: string, from: number): number {
  let end = from;
  for (const match of text.slice(from).matchAll(/[.!?…。！？؟]["'”’)*_]*\s|\n/g)) {
    const before = text.slice(from, from + match.index);
    // "1." of a list and "No." are no sentences.
    if (!/(?:^|\s)\w{1,2}$/.test(before)) end = from + match.index + match[0].length;
  }
  return end;
}

function plain(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/\[\d{1,2}\]/g, "")
    .replace(/[*_#]+/g, "")
    .trim();
}
