-- CreateTable
CREATE TABLE "SiteKey" (
    "shop" TEXT NOT NULL,
    "sealedKey" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SiteKey_pkey" PRIMARY KEY ("shop")
);

-- AddForeignKey
ALTER TABLE "SiteKey" ADD CONSTRAINT "SiteKey_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;
