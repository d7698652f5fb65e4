/** The token of `Authorization: Bearer <token>`; null where there is no such header. */
export function readBearer(request: Request): string | null {
  const header = request.headers.get("Authorization");
  if (header === null) return null;
  return /^Bearer +(\S+)$/i.exec(header)?.[1] ?? "";
}
