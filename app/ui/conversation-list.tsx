import {
  Badge,
  BlockStack,
  Card,
  EmptyState,
  InlineStack,
  ResourceItem,
  ResourceList,
  Text,
} from "@shopify/polaris";
import { useDateFormat, useTexts } from "./admin-locale";
import { fill } from "./texts";

export interface ConversationRow {
  id: string;
  /** Last words of the conversation. */
  title: string;
  signedIn: boolean;
  status: "open" | "handed-off";
  messageCount: number;
  activeAt: string;
}

export interface ConversationListProps {
  rows: ConversationRow[];
  /** Whether only conversations with a thumb down were looked for. */
  onlyDisliked: boolean;
}

export function ConversationList({ rows, onlyDisliked }: ConversationListProps) {
  const texts = useTexts().conversations;
  if (rows.length === 0) {
    return (
      <Card>
        <EmptyState heading={onlyDisliked ? texts.noneDisliked : texts.none} image="">
          <p>{onlyDisliked ? texts.noneDislikedHelp : texts.noneHelp}</p>
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card padding="0">
      <ResourceList items={rows} renderItem={(row) => <Row row={row} />} />
    </Card>
  );
}

function Row({ row }: { row: ConversationRow }) {
  const texts = useTexts().conversations;
  const formatDate = useDateFormat();
  const title = row.title || texts.untitled;
  return (
    <ResourceItem id={row.id} url={`/app/conversations/${row.id}`} accessibilityLabel={title}>
      <BlockStack gap="100">
        <Text as="p" fontWeight="semibold" truncate>
          {title}
        </Text>
        <InlineStack gap="300" blockAlign="center">
          {row.status === "handed-off" && <Badge tone="attention">{texts.wantsPerson}</Badge>}
          <Text as="span" tone="subdued">
            {row.signedIn ? texts.customer : texts.visitor}
          </Text>
          <Text as="span" tone="subdued">
            {fill(texts.messages, { count: String(row.messageCount) })}
          </Text>
          <Text as="span" tone="subdued">
            <time dateTime={row.activeAt}>{formatDate(row.activeAt)}</time>
          </Text>
        </InlineStack>
      </BlockStack>
    </ResourceItem>
  );
}
