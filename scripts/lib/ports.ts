import net from "node:net";

/** True when nobody listens on the port, on any of this machine's addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  // A server on 127.0.0.1 alone does not keep others from the unspecified address, so both are tried.
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, undefined));
}

/** A port that was free just now; `preferred` when that one is. */
export async function findFreePort(preferred?: number): Promise<number> {
  if (preferred && (await isPortFree(preferred))) return preferred;
  const server = net.createServer();
  await listen(server, 0, "127.0.0.1");
  const { port } = server.address() as net.AddressInfo;
  await close(server);
  return port;
}

async function canListen(port: number, host: string | undefined): Promise<boolean> {
  const server = net.createServer();
  try {
    await listen(server, port, host);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EADDRINUSE" || code === "EACCES") return false;
    throw error;
  }
  await close(server);
  return true;
}

function listen(server: net.Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, resolve);
  });
}

function close(server: net.Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
