import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createSmtpNotifier } from "./smtp-notifier";

interface Received {
  from: string;
  recipients: string[];
  data: string;
}

/** A mail server that takes everything, or answers the message with `refusal`. */
async function startMailServer(refusal?: string) {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    serve(socket, received, refusal);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function serve(socket: Socket, received: Received[], refusal?: string): void {
  let mail: Received = { from: "", recipients: [], data: "" };
  let isData = false;
  let pending = "";
  const answer = (line: string) => {
    if (isData) {
      if (line !== ".") mail.data += `${line}\n`;
      else {
        isData = false;
        received.push(mail);
        mail = { from: "", recipients: [], data: "" };
        socket.write(refusal ? `${refusal}\r\n` : "250 taken\r\n");
      }
    } else if (/^MAIL FROM:/i.test(line)) {
      mail.from = line;
      socket.write("250 ok\r\n");
    } else if (/^RCPT TO:/i.test(line)) {
      mail.recipients.push(line);
      socket.write("250 ok\r\n");
    } else if (/^DATA/i.test(line)) {
      isData = true;
      socket.write("354 go on\r\n");
    } else socket.write("250 ok\r\n");
  };
  socket.write("220 test\r\n");
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk) => {
    const lines = (pending + chunk.toString("utf8")).split("\r\n");
    pending = lines.pop() ?? "";
    for (const line of lines) answer(line);
  });
}

describe("createSmtpNotifier", () => {
  let close = () => {};
  afterEach(() => close());

  async function setUp(refusal?: string) {
    const server = await startMailServer(refusal);
    close = server.close;
    return {
      ...server,
      notifier: createSmtpNotifier({ url: server.url, from: "Aisle <aisle@app.example>" }),
    };
  }

  it.each([
    "help@shop.example\r\nBcc: victim@example.com",
    "help@shop.example, victim@example.com",
    "help@shop.example>\r\nRCPT TO:<victim@example.com",
    "Help <help@shop.example>",
    "help@shop.example;victim@example.com",
    "",
  ])("sends nothing to %j", async (to) => {
    const { notifier, received } = await setUp();
    await expect(notifier.notify({ to, subject: "s", text: "t" })).rejects.toMatchObject({
      vendor: "smtp",
      isRetryable: false,
    });
    expect(received).toEqual([]);
  });

  it("makes no header and no command of what stands in subject or text", async () => {
    const { notifier, received } = await setUp();
    await notifier.notify({
      to: "help@shop.example",
      subject: "Hello\r\nBcc: victim@example.com\r\n\r\nbody",
      text: "one\r\n.\r\nMAIL FROM:<evil@example.com>\r\nRCPT TO:<victim@example.com>",
    });
    expect(received).toHaveLength(1);
    expect(received[0]?.recipients).toEqual([expect.stringContaining("<help@shop.example>")]);
    const [headers = ""] = received[0]?.data.split("\n\n") ?? [];
    expect(headers).not.toMatch(/^Bcc:/im);
    expect(headers).toMatch(/^Subject: Hello Bcc: victim@example\.com body$/m);
    expect(headers).toMatch(/^From: Aisle <aisle@app\.example>$/m);
  });

  it("reads no files or addresses into a mail", async () => {
    const { notifier, received } = await setUp();
    await notifier.notify({ to: "help@shop.example", subject: "s", text: "file:///etc/passwd Grüße" });
    expect(received[0]?.data).not.toContain("root:");
  });

  it.each([
    ["451 later", true],
    ["554 never", false],
  ])("tells of a server that answers %s", async (refusal, isRetryable) => {
    const { notifier } = await setUp(refusal);
    await expect(notifier.notify({ to: "help@shop.example", subject: "s", text: "t" })).rejects.toMatchObject(
      {
        vendor: "smtp",
        isRetryable,
      },
    );
  });

  it("tells of a server that is not there", async () => {
    const notifier = createSmtpNotifier({ url: "smtp://127.0.0.1:1", from: "a@app.example" });
    await expect(notifier.notify({ to: "help@shop.example", subject: "s", text: "t" })).rejects.toMatchObject(
      {
        vendor: "smtp",
        isRetryable: true,
      },
    );
  });
});
