import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** The least that could stand between a browser and a model: passes the request on and the stream back, byte by byte. */
export function startBareRelay(modelUrl: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    const onward = request(
      modelUrl,
      { method: "POST", headers: { "Content-Type": "application/json" } },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, {
          "Content-Type": "text/event-stream",
          "Cache-Control": "no-store",
        });
        answer.pipe(outgoing);
      },
    );
    onward.on("error", () => outgoing.destroy());
    outgoing.on("close", () => onward.destroy());
    incoming.pipe(onward);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      const close = (): Promise<void> => new Promise((done) => server.close(() => done()));
      resolve({ url: `http://127.0.0.1:${port}`, close });
    });
  });
}
