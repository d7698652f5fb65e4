import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A store small enough to know by heart: three products, two customers, three orders. */
const FILES: Record<string, string> = {
  "shop.json": `{"name": "Test & Sons", "currency": "EUR", "domain": "test.example", "contactEmail": "help@test.example", "timezone": "Europe/Berlin"}`,
  "products_export.csv": `Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Image Src,Image Alt Text,Status
rain-jacket,Rain Jacket,"<p>Waterproof, <b>light</b> &amp; packable.</p>",Nordhaus,Jackets,"outdoor, rain",true,Size,S,Color,Blue,RJ-S,shopify,3,deny,89.00,120.00,images/jacket.svg,A blue jacket,active
rain-jacket,,,,,,,,M,,Blue,RJ-M,shopify,0,deny,89.50,,,,
wool-socks,Wool Socks,<p>Warm socks for winter.</p>,Nordhaus,Socks,"outdoor, wool",true,Title,Default Title,,,WS-1,,,deny,12.50,,https://img.example/socks.png,,active
secret-lamp,Secret Lamp,<p>Not for sale yet.</p>,Lumen,Lamps,,false,Title,Default Title,,,SL-1,shopify,9,deny,40.00,,,,draft
`,
  "customers_export.csv": `Customer ID,First Name,Last Name,Email,Phone,Tags,Default Address Address1,Default Address City,Default Address Country Code,Default Address Zip
7001,Ana,Lima,ana@example.com,+491701234567,VIP,Hauptstr. 1,Berlin,DE,10115
7002,Ben,Okoro,ben@example.com,,,,,,
`,
  "orders_export.csv": `Name,Email,Financial Status,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem fulfillment status,Shipping Name,Shipping Address1,Shipping City,Shipping Zip,Shipping Country,Cancelled at,Refunded Amount,Tags
#1001,ana@example.com,paid,partial,,EUR,114.00,4.90,0.00,118.90,2026-11-10 09:00:00 +0000,1,Rain Jacket - S / Blue,89.00,RJ-S,fulfilled,Ana Lima,Hauptstr. 1,Berlin,10115,DE,,0.00,gift
#1001,ana@example.com,,,,,,,,,,2,Wool Socks,12.50,WS-1,pending,,,,,,,,
#1002,ana@example.com,refunded,unfulfilled,,EUR,12.50,0.00,0.00,12.50,2026-06-01 09:00:00 +0000,1,Wool Socks,12.50,WS-1,pending,Ana Lima,Hauptstr. 1,Berlin,10115,DE,2026-06-02 10:00:00 +0000,12.50,
#1003,ben@example.com,paid,fulfilled,2026-11-12 09:00:00 +0000,EUR,12.50,0.00,0.00,12.50,2026-11-11 09:00:00 +0000,1,Wool Socks,12.50,WS-1,fulfilled,Ben Okoro,Elm 2,Leeds,LS1,GB,,0.00,
`,
  "fulfillments.csv": `Order Name,Status,Tracking Company,Tracking Number,Tracking URL,Shipped at,Estimated Delivery at,Delivered at,Lineitem skus
#1001,in_transit,DHL,JJD01,https://dhl.example/JJD01,2026-11-11 08:00:00 +0000,2026-11-21 18:00:00 +0000,,RJ-S
`,
  "collections.csv": `Handle,Title,Body (HTML),Product handles
outdoor,Outdoor,<p>For outside.</p>,rain-jacket wool-socks
`,
  "policies/refund-policy.md": "You have **30 days**.\n",
  "pages/size-guide.md": "# Size guide\n\nMeasure your chest.\n",
};

export function writeStoreData(directory: string): void {
  for (const [file, content] of Object.entries(FILES)) {
    const path = join(directory, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
