import { Badge, Card, EmptyState, IndexTable, Link, Text } from "@shopify/polaris";
import { useDateFormat, useTexts } from "./admin-locale";

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
  const { conversation, shopper, messages, active } = texts.columns;
  return (
    <Card padding="0">
      <IndexTable
        selectable={false}
        itemCount={rows.length}
        headings={[{ title: conversation }, { title: shopper }, { title: messages }, { title: active }]}
      >
        {rows.map((row, position) => (
          <Row key={row.id} row={row} position={position} />
        ))}
      </IndexTable>
    </Card>
  );
}

function Row({ row, position }: { row: ConversationRow; position: number }) {
  const texts = useTexts().conversations;
  const formatDate = useDateFormat();
  return (
    <IndexTable.Row id={row.id} position={position}>
      <IndexTable.Cell>
        <div style={{ display: "flex", gap: "8px", maxWidth: "min(480px, 60vw)" }}>
          <Link url={`/app/conversations/${row.id}`} dataPrimaryLink removeUnderline>
            <Text as="span" fontWeight="semibold" truncate>
              {row.title || texts.untitled}
            </Text>
          </Link>
          {row.status === "handed-off" && <Badge tone="attention">{texts.wantsPerson}</Badge>}
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>{row.signedIn ? texts.customer : texts.visitor}</IndexTable.Cell>
      <IndexTable.Cell>{row.messageCount}</IndexTable.Cell>
      <IndexTable.Cell>
        <time dateTime={row.activeAt}>{formatDate(row.activeAt)}</time>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}
