import { BlockStack, Card, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

export interface TitledCardProps {
  title: string;
  /** What the card is for, in a sentence below its title. */
  intro?: string;
  gap?: "300" | "400";
  children: ReactNode;
}

/** A card of an admin page, with its heading. */
export function TitledCard({ title, intro, gap = "300", children }: TitledCardProps) {
  const heading = (
    <Text as="h2" variant="headingMd">
      {title}
    </Text>
  );
  return (
    <Card>
      <BlockStack gap={gap}>
        {intro === undefined ? (
          heading
        ) : (
          <BlockStack gap="100">
            {heading}
            <Text as="p" tone="subdued">
              {intro}
            </Text>
          </BlockStack>
        )}
        {children}
      </BlockStack>
    </Card>
  );
}
