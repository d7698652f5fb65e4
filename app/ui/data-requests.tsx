import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";

export interface DataRequestRow {
  id: string;
  customerId: string;
  requestedAt: string;
  exportedAt: string | null;
}

/** Customers who asked for their data. The merchant has 30 days to answer them. */
export function DataRequests({ requests, locale }: { requests: DataRequestRow[]; locale: string }) {
  const [failedId, setFailedId] = useState<string | null>(null);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Requests for data
          </Text>
          <Text as="p" tone="subdued">
            When a customer asks you for her data, Shopify tells Aisle, and you find here what Aisle keeps of
            her: her conversations. What she asks you to erase, Aisle erases by itself.
          </Text>
        </BlockStack>
        {requests.length === 0 && <Text as="p">No requests.</Text>}
        {requests.map((request) => (
          <InlineStack key={request.id} align="space-between" blockAlign="center" gap="300">
            <BlockStack>
              <Text as="p">Customer {request.customerId}</Text>
              <Text as="p" tone="subdued">
                {new Date(request.requestedAt).toLocaleDateString(locale, { dateStyle: "long" })}
                {request.exportedAt ? ", taken out" : ""}
              </Text>
              {failedId === request.id && (
                <Text as="p" tone="critical">
                  The data could not be read just now. Nothing was changed; please try again.
                </Text>
              )}
            </BlockStack>
            <Button
              onClick={async () => setFailedId((await download(request)) ? null : request.id)}
              accessibilityLabel={`Download the data of customer ${request.customerId}`}
            >
              Download
            </Button>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}

/** By fetch, since App Bridge adds the session token to it and not to links. */
async function download(request: DataRequestRow): Promise<boolean> {
  const response = await fetch(`/app/privacy/${request.id}`).catch(() => null);
  if (!response?.ok) return false;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = `aisle-customer-${request.customerId}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
  return true;
}
