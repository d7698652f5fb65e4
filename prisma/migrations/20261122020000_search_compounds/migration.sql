-- Products' languages are read in another way: all of it is made from the shops' catalogues, which are read anew.
TRUNCATE "KnowledgeProduct", "KnowledgeProductText", "KnowledgeVariant", "KnowledgeTerm", "KnowledgePostings", "KnowledgeWord";
UPDATE "KnowledgeShop" SET "productsRead" = false, "languages" = '{}', "products" = 0, "length" = 0;
UPDATE "KnowledgeSync" SET "state" = 'waiting', "problem" = NULL, "read" = 0, "expected" = NULL,
  "cursor" = coalesce("cursor", '{}') || '{"due": 0, "lease": null, "position": null, "failures": 0}'
WHERE "scope" = 'products';

-- Words by their ends: in a German shop a "Puppe" is also what ends in it.
CREATE INDEX "KnowledgeTerm_shop_end_idx" ON "KnowledgeTerm" ("shop", reverse("term") COLLATE "C");
