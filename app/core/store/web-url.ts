/** The address when it is one that a browser may be sent to, else null: no javascript:, data: or relative ones. */
export function webUrl(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, username } = new URL(address);
  return (protocol === "https:" || protocol === "http:") && username === "" ? address : null;
}
