import { isRouteErrorResponse, useRevalidator, useRouteError } from "@remix-run/react";
import { Banner, Page } from "@shopify/polaris";
import { useTexts } from "./admin-locale";

/** In place of a page that could not be loaded; the rest of the admin stays usable. */
export function PageProblem() {
  const texts = useTexts();
  const error = useRouteError();
  const { revalidate, state } = useRevalidator();
  const isGone = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Page title={isGone ? texts.conversation.gone : texts.problem.title}>
      <Banner
        tone={isGone ? "info" : "critical"}
        {...(!isGone && {
          action: { content: texts.problem.retry, onAction: revalidate, loading: state === "loading" },
        })}
      >
        <p>{isGone ? texts.conversation.goneHelp : texts.problem.text}</p>
      </Banner>
    </Page>
  );
}
