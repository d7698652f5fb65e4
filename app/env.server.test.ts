import { describe, expect, it } from "vitest";
import { EnvironmentError, parseEnvironment } from "./env.server";

const complete = {
  DATABASE_URL: "postgresql://aisle:secret@db.example.com/aisle",
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "s3cret",
  SHOPIFY_APP_URL: "https://aisle.example.com/",
  TOKEN_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
};

function problemsOf(source: Record<string, string | undefined>): string[] {
  try {
    parseEnvironment(source);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
  return [];
}

describe("parseEnvironment", () => {
  it("lists everything that is missing at once", () => {
    expect(problemsOf({})).toEqual([
      "DATABASE_URL is missing.",
      "SHOPIFY_API_KEY is missing.",
      "SHOPIFY_API_SECRET is missing.",
      "SHOPIFY_APP_URL is missing.",
      "TOKEN_ENCRYPTION_KEY is missing.",
    ]);
  });

  it("takes an empty variable for a missing one", () => {
    expect(problemsOf({ ...complete, SHOPIFY_API_SECRET: " " })).toEqual(["SHOPIFY_API_SECRET is missing."]);
    expect(parseEnvironment({ ...complete, REDIS_URL: "" }).REDIS_URL).toBeUndefined();
  });

  it.each([
    ["DATABASE_URL", "mysql://root:hunter2@localhost/aisle"],
    ["REDIS_URL", "hunter2"],
    ["SHOPIFY_APP_URL", "javascript:hunter2"],
    ["EXTRA_FRAME_ANCESTORS", "https://ok.example.com, hunter2"],
    ["TOKEN_ENCRYPTION_KEY", "hunter2"],
    ["PORT", "hunter2"],
    ["PORT", "70000"],
    ["LOG_LEVEL", "hunter2"],
    ["MODEL_DEADLINE_MS", "17"],
    ["SMTP_URL", "http://hunter2"],
  ])("names %s when it is wrong, without repeating its value", (name, value) => {
    const problems = problemsOf({ ...complete, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} is not valid: .+\\.$`));
    expect(problems[0]).not.toContain(value);
  });

  it("fills in what has a default and cuts the slash that ends a URL", () => {
    expect(parseEnvironment(complete)).toMatchObject({
      NODE_ENV: "production",
      PORT: 3000,
      SHOPIFY_APP_URL: "https://aisle.example.com",
      EXTRA_FRAME_ANCESTORS: [],
      MODEL_FALLBACKS: [],
      SCOPES: undefined,
    });
  });

  it("reads lists and several encryption keys", () => {
    const older = Buffer.alloc(32, 1).toString("hex");
    const environment = parseEnvironment({
      ...complete,
      TOKEN_ENCRYPTION_KEY: `${complete.TOKEN_ENCRYPTION_KEY}, ${older}`,
      SCOPES: "read_products, read_orders",
    });
    expect(environment.TOKEN_ENCRYPTION_KEY).toEqual([complete.TOKEN_ENCRYPTION_KEY, older]);
    expect(environment.SCOPES).toEqual(["read_products", "read_orders"]);
  });
});
