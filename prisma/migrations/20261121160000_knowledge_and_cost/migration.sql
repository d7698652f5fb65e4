-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "memory" JSONB;

-- AlterTable
ALTER TABLE "Turn" ADD COLUMN     "cachedInputTokens" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "costMicros" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "ShopAnswer" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ShopAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShopSynonyms" (
    "shop" TEXT NOT NULL,
    "groups" JSONB NOT NULL DEFAULT '[]',
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ShopSynonyms_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "KnowledgeSync" (
    "shop" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "generation" BIGINT NOT NULL DEFAULT 0,
    "cursor" JSONB,
    "read" INTEGER NOT NULL DEFAULT 0,
    "expected" INTEGER,
    "problem" TEXT,
    "startedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),
    "checkedAt" TIMESTAMP(3),

    CONSTRAINT "KnowledgeSync_pkey" PRIMARY KEY ("shop","scope")
);

-- CreateTable
CREATE TABLE "ModelCredential" (
    "shop" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "baseUrl" TEXT,
    "apiKey" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ModelCredential_pkey" PRIMARY KEY ("shop","position")
);

-- CreateTable
CREATE TABLE "SpendingDay" (
    "shop" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "model" TEXT NOT NULL,
    "turns" INTEGER NOT NULL DEFAULT 0,
    "inputTokens" BIGINT NOT NULL DEFAULT 0,
    "cachedInputTokens" BIGINT NOT NULL DEFAULT 0,
    "outputTokens" BIGINT NOT NULL DEFAULT 0,
    "costMicros" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "SpendingDay_pkey" PRIMARY KEY ("shop","day","model")
);

-- CreateIndex
CREATE INDEX "ShopAnswer_shop_idx" ON "ShopAnswer"("shop");

-- AddForeignKey
ALTER TABLE "ShopAnswer" ADD CONSTRAINT "ShopAnswer_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShopSynonyms" ADD CONSTRAINT "ShopSynonyms_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnowledgeSync" ADD CONSTRAINT "KnowledgeSync_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelCredential" ADD CONSTRAINT "ModelCredential_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpendingDay" ADD CONSTRAINT "SpendingDay_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;
