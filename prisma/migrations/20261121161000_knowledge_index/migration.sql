-- Spelling is repaired from the shop's own words by their trigrams.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";
CREATE EXTENSION IF NOT EXISTS "btree_gin";

-- CreateTable
CREATE TABLE "KnowledgeShop" (
    "shop" TEXT NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,
    "productsRead" BOOLEAN NOT NULL DEFAULT false,
    "documentsRead" BOOLEAN NOT NULL DEFAULT false,
    "languages" JSONB NOT NULL DEFAULT '{}',
    "products" INTEGER NOT NULL DEFAULT 0,
    "length" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "KnowledgeShop_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "KnowledgeDocument" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "generation" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "KnowledgeDocument_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "KnowledgeSection" (
    "shop" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "context" TEXT[],
    "text" TEXT NOT NULL,
    "vector" BYTEA,
    "vectorModel" TEXT,

    CONSTRAINT "KnowledgeSection_pkey" PRIMARY KEY ("shop","document","position")
);

-- CreateTable
CREATE TABLE "KnowledgeTerm" (
    "id" SERIAL NOT NULL,
    "shop" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "held" INTEGER NOT NULL DEFAULT 0,
    "things" INTEGER NOT NULL DEFAULT 0,
    "brands" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "KnowledgeTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KnowledgeWord" (
    "shop" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "KnowledgeWord_pkey" PRIMARY KEY ("shop","word")
);

-- CreateTable
CREATE TABLE "KnowledgeProduct" (
    "number" SERIAL NOT NULL,
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "generation" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "age" BIGINT NOT NULL,
    "minPrice" BIGINT NOT NULL,
    "maxPrice" BIGINT NOT NULL,
    "available" BOOLEAN NOT NULL,
    "vendor" TEXT NOT NULL,
    "named" TEXT NOT NULL,
    "measures" TEXT[],
    "title" INTEGER[],
    "type" INTEGER[],
    "strong" INTEGER[],
    "terms" INTEGER[],
    "counts" INTEGER[],
    "length" INTEGER NOT NULL,

    CONSTRAINT "KnowledgeProduct_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "KnowledgeProductText" (
    "number" INTEGER NOT NULL,
    "product" JSONB NOT NULL,
    "words" TEXT[],
    "impacts" INTEGER[],
    "things" INTEGER[],
    "brands" INTEGER[],

    CONSTRAINT "KnowledgeProductText_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "KnowledgeVariant" (
    "product" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "price" BIGINT NOT NULL,
    "available" BOOLEAN NOT NULL,
    "options" TEXT[],

    CONSTRAINT "KnowledgeVariant_pkey" PRIMARY KEY ("product","position")
);

-- CreateTable
CREATE TABLE "KnowledgePosting" (
    "term" INTEGER NOT NULL,
    "impact" SMALLINT NOT NULL,
    "product" INTEGER NOT NULL,

    CONSTRAINT "KnowledgePosting_pkey" PRIMARY KEY ("term","impact","product")
);

-- CreateIndex
CREATE UNIQUE INDEX "KnowledgeTerm_shop_term_key" ON "KnowledgeTerm"("shop", "term");

-- CreateIndex
CREATE INDEX "KnowledgeWord_shop_word_idx" ON "KnowledgeWord" USING GIN ("shop", "word" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "KnowledgeProduct_shop_id_key" ON "KnowledgeProduct"("shop", "id");

-- CreateIndex
CREATE INDEX "KnowledgeProduct_shop_generation_idx" ON "KnowledgeProduct"("shop", "generation");

-- CreateIndex
CREATE INDEX "KnowledgeProduct_shop_age_idx" ON "KnowledgeProduct"("shop", "age" DESC);

-- CreateIndex
CREATE INDEX "KnowledgeProduct_terms_idx" ON "KnowledgeProduct" USING GIN ("terms");

-- AddForeignKey
ALTER TABLE "KnowledgeShop" ADD CONSTRAINT "KnowledgeShop_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnowledgeDocument" ADD CONSTRAINT "KnowledgeDocument_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnowledgeSection" ADD CONSTRAINT "KnowledgeSection_shop_document_fkey" FOREIGN KEY ("shop", "document") REFERENCES "KnowledgeDocument"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnowledgeTerm" ADD CONSTRAINT "KnowledgeTerm_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnowledgeWord" ADD CONSTRAINT "KnowledgeWord_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnowledgeProduct" ADD CONSTRAINT "KnowledgeProduct_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnowledgeProductText" ADD CONSTRAINT "KnowledgeProductText_number_fkey" FOREIGN KEY ("number") REFERENCES "KnowledgeProduct"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnowledgeVariant" ADD CONSTRAINT "KnowledgeVariant_product_fkey" FOREIGN KEY ("product") REFERENCES "KnowledgeProduct"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnowledgePosting" ADD CONSTRAINT "KnowledgePosting_term_fkey" FOREIGN KEY ("term") REFERENCES "KnowledgeTerm"("id") ON DELETE CASCADE ON UPDATE CASCADE;
