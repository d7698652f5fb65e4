import { createTransport } from "nodemailer";
import type { HandoffNotifier } from "~/core/handoff/handoff";
import { VendorError } from "~/lib/errors";

const TIMEOUT_MS = 15_000;
const MAX_SUBJECT = 200;
/** One plain address: no list, no display name, nothing that could end the header. */
const ADDRESS = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/;

/**
 * Sends handover mails over SMTP.
 * @param url such as smtps://user:password@mail.example.com:465
 * @param from the sender, an address or "Name <address>"; set by the operator, never from a request
 */
export function createSmtpNotifier({ url, from }: { url: string; from: string }): HandoffNotifier {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A mail is text: never a file or a URL of this machine.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async notify({ to, subject, text }) {
      if (!ADDRESS.test(to)) throw new VendorError("smtp", "not a single address", { status: 400 });
      const oneLine = subject
        .replace(/[\p{Cc}\s]+/gu, " ")
        .trim()
        .slice(0, MAX_SUBJECT);
      try {
        await transport.sendMail({ from, to: { name: "", address: to }, subject: oneLine, text });
      } catch (error) {
        throw new VendorError("smtp", "the mail was not taken", { status: statusOf(error), cause: error });
      }
    },
  };
}

/** SMTP's 4xx are for trying again, 5xx are final: the other way round than HTTP's. */
function statusOf(error: unknown): number | null {
  const code = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : Number.NaN;
  if (Number.isNaN(code)) return null;
  return code >= 500 ? 400 : 503;
}
