import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderNameSyntax, productSearchSyntax } from "./search-syntax";

const euros = (minor: number) => (minor / 100).toFixed(2);
const visible = "status:active published_status:published";

describe("product search syntax", () => {
  it("never lets a shopper's words become fields, operators, groups or wildcards", () => {
    const query = 'status:draft OR (vendor:"secret" AND NOT tag:x) * -cotton';
    expect(productSearchSyntax({ query, limit: 5 }, euros)).toBe(
      `status draft vendor secret tag x cotton ${visible}`,
    );
  });

  it("keeps every search to what is active and published", () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        const syntax = productSearchSyntax({ query, limit: 5 }, euros);
        const words = syntax.slice(0, syntax.length - visible.length);
        expect(syntax.endsWith(visible)).toBe(true);
        expect(words).not.toMatch(/[:"()*<>]/);
      }),
    );
  });

  it("asks for any of the words where not all are needed", () => {
    expect(productSearchSyntax({ query: "blue or mug", match: "any", limit: 5 }, euros)).toBe(
      `(blue OR or OR mug) ${visible}`,
    );
  });

  it("writes price limits in major units", () => {
    expect(productSearchSyntax({ query: "mug", minPrice: 1000, maxPrice: 4999, limit: 5 }, euros)).toBe(
      `mug ${visible} price:>=10.00 price:<=49.99`,
    );
  });

  it("keeps words of any script, with their hyphens and decimals", () => {
    expect(productSearchSyntax({ query: "T-Shirt größe 1.5 雨傘", limit: 5 }, euros)).toBe(
      `T-Shirt größe 1.5 雨傘 ${visible}`,
    );
  });
});

describe("order name syntax", () => {
  it("cannot be broken out of", () => {
    expect(orderNameSyntax('1001" OR email:"a@example.com')).toBe('name:"1001ORemailaexample.com"');
  });
});
