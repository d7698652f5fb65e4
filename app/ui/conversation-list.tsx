import { Badge, Card, EmptyState, IndexTable, Link, Text } from "@shopify/polaris";

export interface ConversationRow {
  id: string;
  /** First words of the shopper. */
  title: string;
  signedIn: boolean;
  status: "open" | "handed-off";
  messageCount: number;
  activeAt: string;
}

export function ConversationList({ rows, locale }: { rows: ConversationRow[]; locale: string }) {
  if (rows.length === 0) {
    return (
      <Card>
        <EmptyState heading="No conversations yet" image="">
          <p>When a shopper writes in the chat on your store, you can read it here.</p>
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card padding="0">
      <IndexTable
        selectable={false}
        itemCount={rows.length}
        headings={[
          { title: "Conversation" },
          { title: "Shopper" },
          { title: "Messages" },
          { title: "Last active" },
        ]}
      >
        {rows.map((row, position) => (
          <IndexTable.Row id={row.id} key={row.id} position={position}>
            <IndexTable.Cell>
              <Link url={`/app/conversations/${row.id}`} dataPrimaryLink removeUnderline>
                <Text as="span" fontWeight="semibold" truncate>
                  {row.title || "(no words yet)"}
                </Text>
              </Link>{" "}
              {row.status === "handed-off" && <Badge tone="attention">Wants a person</Badge>}
            </IndexTable.Cell>
            <IndexTable.Cell>{row.signedIn ? "Customer" : "Visitor"}</IndexTable.Cell>
            <IndexTable.Cell>{row.messageCount}</IndexTable.Cell>
            <IndexTable.Cell>
              {new Date(row.activeAt).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" })}
            </IndexTable.Cell>
          </IndexTable.Row>
        ))}
      </IndexTable>
    </Card>
  );
}
