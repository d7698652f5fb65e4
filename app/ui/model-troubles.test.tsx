import { AppProvider } from "@shopify/polaris";
import translations from "@shopify/polaris/locales/en.json";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ModelTroubles, type ModelTroublesProps } from "./model-troubles";

const UNTIL = "2026-11-21T12:15:00.000Z";
const show = (troubles: ModelTroublesProps["troubles"]) =>
  renderToStaticMarkup(
    <AppProvider i18n={translations}>
      <ModelTroubles troubles={troubles} />
    </AppProvider>,
  );

describe("models that need the merchant", () => {
  it.each([
    [{ status: "refused", until: UNTIL, cause: 401 }, "The provider refuses the key"],
    [{ status: "refused", until: UNTIL, cause: 402 }, "no credit left"],
    [{ status: "refused", until: UNTIL, cause: 404 }, "knows no model of this name"],
    [{ status: "unreadable" }, "can no longer be opened"],
  ] as const)("are named with what is wrong (%j) and the way to mend it", (condition, reason) => {
    const page = show([{ model: "gpt-5-mini", condition }]);
    expect(page).toContain("gpt-5-mini does not answer your shoppers");
    expect(page).toContain(reason);
    expect(page).toContain('href="/app/models"');
  });

  it("are not spoken of where there are none", () => {
    expect(show([])).not.toContain("models");
  });
});
