-- AlterTable
ALTER TABLE "Turn" ADD COLUMN     "ceiling" TEXT;

-- AlterTable
ALTER TABLE "SpendingDay" ADD COLUMN     "refusals" INTEGER NOT NULL DEFAULT 0;
