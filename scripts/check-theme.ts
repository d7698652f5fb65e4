import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { themeCheckRun } from "@shopify/theme-check-node";
import { projectRoot } from "./lib/project-root";

const SEVERITIES = ["error", "warning", "info"];
const INFO = 2;

/** Shopify's theme-check on the theme app extension. A warning fails it: Shopify's review looks at the same list. */
const { offenses } = await themeCheckRun(
  join(projectRoot, "extensions/chat-widget"),
  "theme-check:theme-app-extension",
  () => undefined,
);
const counted = offenses.filter(({ severity }) => severity < INFO);
for (const { uri, start, severity, check, message } of counted) {
  const place = `${relative(projectRoot, fileURLToPath(uri))}:${start.line + 1}:${start.character + 1}`;
  console.log(`${place} ${SEVERITIES[severity]} ${check}: ${message}`);
}
process.exitCode = counted.length > 0 ? 1 : 0;
