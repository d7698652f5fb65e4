import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { useDateFormat, useTexts } from "./admin-locale";
import { fill } from "./texts";
import { TitledCard } from "./titled-card";

export interface DataRequestRow {
  id: string;
  customerId: string;
  requestedAt: string;
  exportedAt: string | null;
}

export interface DataRequestsProps {
  requests: DataRequestRow[];
  /** Hands the data over to the person; false when it could not. */
  onDownload(request: DataRequestRow): Promise<boolean>;
}

/** Customers who asked for their data. The merchant has 30 days to answer them. */
export function DataRequests({ requests, onDownload }: DataRequestsProps) {
  const texts = useTexts().privacy;
  return (
    <TitledCard title={texts.requests} intro={texts.intro} gap="400">
      {requests.length === 0 && <Text as="p">{texts.none}</Text>}
      {requests.map((request) => (
        <Request key={request.id} request={request} onDownload={onDownload} />
      ))}
    </TitledCard>
  );
}

function Request({
  request,
  onDownload,
}: { request: DataRequestRow } & Pick<DataRequestsProps, "onDownload">) {
  const texts = useTexts().privacy;
  const formatDate = useDateFormat();
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  const download = async () => {
    setState("loading");
    setState((await onDownload(request)) ? "idle" : "failed");
  };
  const dates = {
    date: formatDate(request.requestedAt, "date"),
    exported: request.exportedAt ? formatDate(request.exportedAt, "date") : "",
  };
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack>
        <Text as="h3" variant="headingSm">
          {fill(texts.customer, { id: request.customerId })}
        </Text>
        <Text as="p" tone="subdued">
          {fill(request.exportedAt ? texts.takenOut : texts.asked, dates)}
        </Text>
        <div role="status">
          {state === "failed" && (
            <Text as="p" tone="critical">
              {texts.failed}
            </Text>
          )}
        </div>
      </BlockStack>
      <Button
        onClick={download}
        loading={state === "loading"}
        accessibilityLabel={fill(texts.downloadOne, { id: request.customerId })}
      >
        {texts.download}
      </Button>
    </InlineStack>
  );
}
