import { describe, expect, it } from "vitest";
import { createRootLogger } from "./logger";

function logged(write: (logger: ReturnType<typeof createRootLogger>) => void) {
  const lines: string[] = [];
  write(createRootLogger("info", { write: (line) => void lines.push(line) }));
  return { text: lines.join(""), first: lines[0] ? JSON.parse(lines[0]) : undefined };
}

describe("the logger", () => {
  it("censors secrets and a person's data at the top and one level down", () => {
    const { text } = logged((logger) =>
      logger.info({
        token: "hunter2",
        customer: { id: "7", email: "hunter2", phone: "hunter2", firstName: "hunter2" },
        request: { headers: { authorization: "hunter2" }, url: "/app?id_token=hunter2" },
        text: "hunter2",
      }),
    );
    expect(text).not.toContain("hunter2");
    expect(text).toContain('"id":"7"');
  });

  it("keeps of an error what says where and why, and drops what vendors hang on it", () => {
    const error = Object.assign(new Error("No answer", { cause: new Error("Connection reset") }), {
      code: "ECONNRESET",
      status: 502,
      request: { headers: { authorization: "hunter2" } },
    });
    const { text, first } = logged((logger) => logger.error({ error }, "The model failed"));
    expect(text).not.toContain("hunter2");
    expect(first).toMatchObject({
      level: "error",
      msg: "The model failed",
      error: {
        type: "Error",
        message: "No answer",
        code: "ECONNRESET",
        status: 502,
        cause: { message: "Connection reset" },
      },
    });
  });

  it("says nothing below its level", () => {
    expect(logged((logger) => logger.debug("detail")).text).toBe("");
  });
});
