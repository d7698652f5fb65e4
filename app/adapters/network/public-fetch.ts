import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { request as sendRequest } from "node:https";
import { isIP } from "node:net";
import { Readable } from "node:stream";
import { isPrivateAddress } from "~/lib/private-address";

type Callback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;
export type Lookup = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const NO_BODY = new Set([204, 205, 304]);

/** The address leads where an address that somebody else chose must not lead. */
export class PrivateAddressError extends Error {
  constructor() {
    super("The address is not a public one");
    this.name = "PrivateAddressError";
  }
}

/**
 * A fetch for addresses that merchants type in: https and public hosts alone, and no redirects. The name is resolved once,
 * and the connection goes to the address that was looked at, so that a second answer cannot lead elsewhere.
 */
export function createPublicFetch(resolve: Lookup = lookup): typeof globalThis.fetch {
  const resolvePublic = (hostname: string, options: LookupOptions, callback: Callback) =>
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => isPrivateAddress(address)))
        return callback(new PrivateAddressError(), []);
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });

  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    requirePublicHost(url);
    const body = Buffer.from(await request.arrayBuffer());
    return new Promise<Response>((resolveResponse, reject) => {
      const sending = sendRequest(
        url,
        {
          method: request.method,
          headers: { ...Object.fromEntries(request.headers), "content-length": body.length },
          lookup: resolvePublic as never,
          ...(init?.signal ? { signal: init.signal } : {}),
        },
        (incoming) => {
          const status = incoming.statusCode ?? 502;
          const headers = new Headers();
          for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
          const content = NO_BODY.has(status)
            ? null
            : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
          resolveResponse(new Response(content, { status, headers }));
        },
      );
      sending.on("error", reject);
      sending.end(body);
    });
  };
}

/** Hosts that are addresses themselves are never looked up. */
function requirePublicHost({ protocol, hostname }: URL): void {
  const literal = hostname.replace(/^\[|\]$/g, "");
  if (protocol !== "https:" || (isIP(literal) !== 0 && isPrivateAddress(literal)))
    throw new PrivateAddressError();
}
