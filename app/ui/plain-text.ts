/** A reply without its Markdown: link texts without addresses, words without marks, no numbers of notes. */
export function plainText(reply: string): string {
  return reply
    .replace(/\[([^\]\n]+)\]\([^()\s]*\)/g, "$1")
    .replace(/\s*\[\d{1,2}\](?!\()/g, "")
    .replace(/(\*\*|__)(?=\S)(.+?)\1/g, "$2")
    .replace(/^[*+-] /gm, "• ");
}
