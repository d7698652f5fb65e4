-- All of it is made from the shops' catalogues, which are read anew; until then the shops themselves are asked.
TRUNCATE "KnowledgeProduct", "KnowledgeProductText", "KnowledgeVariant", "KnowledgeTerm", "KnowledgePosting", "KnowledgeWord";
UPDATE "KnowledgeShop" SET "productsRead" = false, "languages" = '{}', "products" = 0, "length" = 0;
UPDATE "KnowledgeSync" SET "state" = 'waiting', "problem" = NULL, "read" = 0, "expected" = NULL,
  "cursor" = coalesce("cursor", '{}') || '{"due": 0, "lease": null, "position": null, "failures": 0}'
WHERE "scope" = 'products';

-- DropTable
DROP TABLE "KnowledgePosting";

-- DropIndex
DROP INDEX "KnowledgeProduct_terms_idx";

-- DropIndex
DROP INDEX "KnowledgeWord_shop_word_idx";

-- AlterTable
ALTER TABLE "KnowledgeProduct" DROP COLUMN "title", DROP COLUMN "type", DROP COLUMN "strong", DROP COLUMN "terms", DROP COLUMN "counts";

-- AlterTable
ALTER TABLE "KnowledgeProductText" DROP COLUMN "impacts", ADD COLUMN "strong" INTEGER[], ADD COLUMN "weak" INTEGER[];

-- AlterTable
ALTER TABLE "KnowledgeWord" ADD COLUMN "slips" INTEGER[];

-- CreateTable
CREATE TABLE "KnowledgePostings" (
    "term" INTEGER NOT NULL,
    "block" INTEGER NOT NULL,
    "strong" BYTEA NOT NULL,
    "weak" BYTEA NOT NULL,

    CONSTRAINT "KnowledgePostings_pkey" PRIMARY KEY ("term","block")
);

-- CreateIndex
CREATE INDEX "KnowledgeWord_slips_idx" ON "KnowledgeWord" USING GIN ("slips");

-- AddForeignKey
ALTER TABLE "KnowledgePostings" ADD CONSTRAINT "KnowledgePostings_term_fkey" FOREIGN KEY ("term") REFERENCES "KnowledgeTerm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What waits to be sorted in slows every search down.
ALTER INDEX "KnowledgeWord_slips_idx" SET (fastupdate = off);
-- Counts change all the time, and leave the index alone where the page has room.
ALTER TABLE "KnowledgeWord" SET (fillfactor = 60);
ALTER TABLE "KnowledgeTerm" SET (fillfactor = 60);
-- Postings hardly shrink, and stay in their rows up to a page.
ALTER TABLE "KnowledgePostings" ALTER COLUMN "strong" SET STORAGE EXTERNAL, ALTER COLUMN "weak" SET STORAGE EXTERNAL;
ALTER TABLE "KnowledgePostings" SET (toast_tuple_target = 8160, fillfactor = 70);
