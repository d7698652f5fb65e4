import { Banner } from "@shopify/polaris";
import { useTexts } from "./admin-locale";
import { fill, type Texts } from "./texts";
import type { ModelsAnswer } from "./use-model-editor";

/** What came of the last change or trial; announced, since it appears far from the button. */
export function ModelsNotice({ answer }: { answer: ModelsAnswer | null }) {
  const texts = useTexts().models;
  return <div role="status">{answer && <Notice answer={answer} texts={texts} />}</div>;
}

function Notice({ answer, texts }: { answer: ModelsAnswer; texts: Texts["models"] }) {
  switch (answer.status) {
    case "saved":
      return <Banner tone="success" title={texts.saved} />;
    case "answered":
      return (
        <Banner tone="success" title={texts.works}>
          <p>
            {fill(texts.answered, { word: answer.word, seconds: (answer.milliseconds / 1000).toFixed(1) })}
          </p>
        </Banner>
      );
    case "failed":
      return (
        <Banner tone="critical" title={texts.worksNot}>
          <p>{texts.trials[answer.reason]}</p>
        </Banner>
      );
    case "invalid":
      return <Banner tone="critical" title={texts.invalid} />;
    default:
      return (
        <Banner tone="warning" title={texts.notSaved}>
          <p>{texts.reasons[answer.status]}</p>
        </Banner>
      );
  }
}
