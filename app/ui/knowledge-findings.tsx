import { BlockStack, Link, List, Text } from "@shopify/polaris";
import type { Finding, Quote } from "~/core/knowledge/findings/finding";
import { useDateFormat, useTexts } from "./admin-locale";
import { fill, type Texts } from "./texts";
import { TitledCard } from "./titled-card";
import type { Findings } from "./use-findings";

/** What the merchant should look at in her own texts. */
export function FindingsCard({ found }: { found: Findings }) {
  const texts = useTexts().knowledge.findings;
  const findings = found.status === "found" ? found.findings : [];
  return (
    <TitledCard title={texts.title} intro={texts.intro} gap="400">
      <div role="status">
        <Text as="p">{sumUp(found, texts)}</Text>
      </div>
      {findings.map((finding) => (
        <Entry key={keyOf(finding)} finding={finding} />
      ))}
    </TitledCard>
  );
}

function sumUp(found: Findings, texts: Texts["knowledge"]["findings"]): string {
  if (found.status !== "found") return texts[found.status];
  const count = found.findings.length;
  return count === 0 ? texts.none : fill(count === 1 ? texts.one : texts.some, { count });
}

const quotesOf = (finding: Finding): Quote[] =>
  finding.kind === "contradiction" ? finding.quotes : [finding.quote];

const keyOf = (finding: Finding): string =>
  JSON.stringify([finding.kind, quotesOf(finding).map(({ documentId, text }) => [documentId, text])]);

function Entry({ finding }: { finding: Finding }) {
  const describe = useDescription();
  return (
    <BlockStack gap="150">
      <Text as="h3" variant="headingSm" breakWord>
        {describe(finding)}
      </Text>
      <List>
        {quotesOf(finding).map((quote) => (
          <List.Item key={`${quote.documentId} ${quote.text}`}>
            <QuoteText quote={quote} />
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

function useDescription(): (finding: Finding) => string {
  const texts = useTexts().knowledge.findings;
  const formatDate = useDateFormat();
  return (finding) => {
    switch (finding.kind) {
      case "contradiction":
        return fill(texts.contradiction, { topic: texts.topics[finding.topic] });
      case "past-date":
        return fill(texts.pastDate, { said: finding.said });
      case "dead-link":
        return fill(texts.deadLink, { link: finding.link });
      case "old-policy":
        return fill(texts.oldPolicy, { date: formatDate(finding.updatedAt, "date") });
    }
  };
}

/** The sentence, and where it stands. The merchant's own answers have no page to open: they are on this one. */
function QuoteText({ quote }: { quote: Quote }) {
  const texts = useTexts().knowledge.findings;
  const place =
    quote.heading && quote.heading !== quote.title ? `${quote.title}: ${quote.heading}` : quote.title;
  return (
    <Text as="span" breakWord>
      {quote.text && fill(texts.quoted, { text: quote.text })}{" "}
      {quote.kind === "faq" ? (
        fill(texts.ownAnswer, { question: quote.title })
      ) : (
        <Link url={quote.url} target="_blank">
          {place}
        </Link>
      )}
    </Text>
  );
}
