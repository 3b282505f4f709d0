-- DropForeignKey
ALTER TABLE "Account" DROP CONSTRAINT "Account_shopId_fkey";

-- DropIndex
DROP INDEX "OutboxMessage_state_dueAt_idx";

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "customerId" TEXT,
ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'ko',
ADD COLUMN     "name" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "about" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "approvedAt" TIMESTAMP(3),
ADD COLUMN     "chainId" TEXT,
ADD COLUMN     "demandTold" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "hours" TEXT,
ADD COLUMN     "ownerId" TEXT,
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "place" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "threshold" INTEGER NOT NULL DEFAULT 20,
ADD COLUMN     "toldBy" TEXT NOT NULL DEFAULT '["email"]';

-- Shops that are there already were looked at; their owners are who signed in for them.
UPDATE "Shop" SET "approvedAt" = "createdAt",
  "ownerId" = (SELECT "id" FROM "Account" WHERE "Account"."shopId" = "Shop"."id" ORDER BY "createdAt" LIMIT 1);
ALTER TABLE "Account" DROP COLUMN "shopId";

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "bulk" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "campaignId" TEXT,
ADD COLUMN     "channel" TEXT NOT NULL DEFAULT 'text';

-- AlterTable
ALTER TABLE "OptOut" RENAME COLUMN "phone" TO "recipient";

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "previousHash" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "rotatedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Chain" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Chain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Customer" (
    "id" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "memberId" TEXT,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "newsBy" TEXT NOT NULL DEFAULT 'chat',
    "email" TEXT,
    "pinSalt" TEXT,
    "pinHash" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChatUser" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "customerId" TEXT,
    "talk" TEXT,
    "blockedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ChatUser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChatUpdate" (
    "id" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "sealed" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMP(3) NOT NULL,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "ChatUpdate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShopWish" (
    "id" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "shopId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "ShopWish_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouponRequest" (
    "id" TEXT NOT NULL,
    "openKey" TEXT,
    "customerId" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "want" TEXT NOT NULL,
    "percent" INTEGER,
    "minor" BIGINT,
    "item" TEXT,
    "words" TEXT,
    "state" TEXT NOT NULL,
    "campaignId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lapsesAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "CouponRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "maker" TEXT NOT NULL,
    "wishes" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "testedVersion" INTEGER,
    "title" TEXT NOT NULL,
    "offerKind" TEXT NOT NULL,
    "offer" TEXT NOT NULL,
    "terms" TEXT NOT NULL DEFAULT '',
    "leastSpend" BIGINT,
    "currency" TEXT NOT NULL,
    "validFrom" TIMESTAMP(3) NOT NULL,
    "validUntil" TIMESTAMP(3) NOT NULL,
    "validDays" INTEGER,
    "stock" INTEGER,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "downloadsUntil" TIMESTAMP(3),
    "tracked" BOOLEAN NOT NULL DEFAULT true,
    "proof" TEXT NOT NULL DEFAULT 'light',
    "audience" TEXT NOT NULL DEFAULT 'askers',
    "theme" TEXT NOT NULL,
    "motif" TEXT NOT NULL,
    "listingFee" BIGINT NOT NULL DEFAULT 0,
    "tokenHash" TEXT,
    "pageHash" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "publishedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CampaignShop" (
    "campaignId" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,

    CONSTRAINT "CampaignShop_pkey" PRIMARY KEY ("campaignId","shopId")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" TEXT NOT NULL,
    "campaignId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "upTo" TIMESTAMP(3) NOT NULL,
    "total" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "stopUntil" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Voucher" (
    "id" TEXT NOT NULL,
    "campaignId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "cardVersion" INTEGER NOT NULL DEFAULT 1,
    "tokenHash" TEXT NOT NULL,
    "pageHash" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "holderKind" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "remindedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Voucher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VoucherRedemption" (
    "id" TEXT NOT NULL,
    "campaignId" TEXT NOT NULL,
    "voucherId" TEXT,
    "shopId" TEXT NOT NULL,
    "terminalId" TEXT NOT NULL,
    "bill" BIGINT NOT NULL,
    "off" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "commission" BIGINT NOT NULL DEFAULT 0,
    "at" TIMESTAMP(3) NOT NULL,
    "rolledBackAt" TIMESTAMP(3),

    CONSTRAINT "VoucherRedemption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeeRule" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "shopId" TEXT,
    "minor" BIGINT NOT NULL,
    "basisPoints" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "accountId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FeeRule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Session_previousHash_key" ON "Session"("previousHash");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Customer_phone_key" ON "Customer"("phone");

-- CreateIndex
CREATE UNIQUE INDEX "Customer_memberId_key" ON "Customer"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Customer_email_key" ON "Customer"("email");

-- CreateIndex
CREATE UNIQUE INDEX "ChatUser_customerId_key" ON "ChatUser"("customerId");

-- CreateIndex
CREATE INDEX "ChatUpdate_doneAt_at_idx" ON "ChatUpdate"("doneAt", "at");

-- CreateIndex
CREATE INDEX "ShopWish_state_createdAt_idx" ON "ShopWish"("state", "createdAt");

-- CreateIndex
CREATE INDEX "ShopWish_customerId_idx" ON "ShopWish"("customerId");

-- CreateIndex
CREATE UNIQUE INDEX "CouponRequest_openKey_key" ON "CouponRequest"("openKey");

-- CreateIndex
CREATE INDEX "CouponRequest_shopId_state_id_idx" ON "CouponRequest"("shopId", "state", "id");

-- CreateIndex
CREATE INDEX "CouponRequest_customerId_createdAt_idx" ON "CouponRequest"("customerId", "createdAt");

-- CreateIndex
CREATE INDEX "CouponRequest_state_lapsesAt_idx" ON "CouponRequest"("state", "lapsesAt");

-- CreateIndex
CREATE UNIQUE INDEX "Campaign_tokenHash_key" ON "Campaign"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Campaign_pageHash_key" ON "Campaign"("pageHash");

-- CreateIndex
CREATE INDEX "Campaign_shopId_createdAt_idx" ON "Campaign"("shopId", "createdAt");

-- CreateIndex
CREATE INDEX "Campaign_state_audience_publishedAt_idx" ON "Campaign"("state", "audience", "publishedAt");

-- CreateIndex
CREATE INDEX "CampaignShop_shopId_idx" ON "CampaignShop"("shopId");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_campaignId_key" ON "Publication"("campaignId");

-- CreateIndex
CREATE INDEX "Publication_state_idx" ON "Publication"("state");

-- CreateIndex
CREATE UNIQUE INDEX "Voucher_serial_key" ON "Voucher"("serial");

-- CreateIndex
CREATE UNIQUE INDEX "Voucher_tokenHash_key" ON "Voucher"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Voucher_pageHash_key" ON "Voucher"("pageHash");

-- CreateIndex
CREATE INDEX "Voucher_customerId_state_expiresAt_idx" ON "Voucher"("customerId", "state", "expiresAt");

-- CreateIndex
CREATE INDEX "Voucher_state_expiresAt_idx" ON "Voucher"("state", "expiresAt");

-- CreateIndex
CREATE INDEX "Voucher_campaignId_createdAt_idx" ON "Voucher"("campaignId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Voucher_campaignId_customerId_key" ON "Voucher"("campaignId", "customerId");

-- CreateIndex
CREATE INDEX "VoucherRedemption_campaignId_at_idx" ON "VoucherRedemption"("campaignId", "at");

-- CreateIndex
CREATE INDEX "VoucherRedemption_voucherId_idx" ON "VoucherRedemption"("voucherId");

-- CreateIndex
CREATE INDEX "VoucherRedemption_shopId_at_idx" ON "VoucherRedemption"("shopId", "at");

-- CreateIndex
CREATE INDEX "FeeRule_kind_currency_since_idx" ON "FeeRule"("kind", "currency", "since");

-- CreateIndex
CREATE UNIQUE INDEX "Account_customerId_key" ON "Account"("customerId");

-- CreateIndex
CREATE INDEX "Shop_ownerId_idx" ON "Shop"("ownerId");

-- CreateIndex
CREATE INDEX "Shop_chainId_idx" ON "Shop"("chainId");

-- CreateIndex
CREATE INDEX "Shop_trade_code_idx" ON "Shop"("trade", "code");

-- CreateIndex
CREATE INDEX "OutboxMessage_state_bulk_dueAt_idx" ON "OutboxMessage"("state", "bulk", "dueAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_campaignId_state_idx" ON "OutboxMessage"("campaignId", "state");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_chainId_fkey" FOREIGN KEY ("chainId") REFERENCES "Chain"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Customer" ADD CONSTRAINT "Customer_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatUser" ADD CONSTRAINT "ChatUser_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShopWish" ADD CONSTRAINT "ShopWish_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShopWish" ADD CONSTRAINT "ShopWish_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponRequest" ADD CONSTRAINT "CouponRequest_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponRequest" ADD CONSTRAINT "CouponRequest_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponRequest" ADD CONSTRAINT "CouponRequest_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignShop" ADD CONSTRAINT "CampaignShop_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignShop" ADD CONSTRAINT "CampaignShop_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Voucher" ADD CONSTRAINT "Voucher_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Voucher" ADD CONSTRAINT "Voucher_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoucherRedemption" ADD CONSTRAINT "VoucherRedemption_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoucherRedemption" ADD CONSTRAINT "VoucherRedemption_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "Voucher"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoucherRedemption" ADD CONSTRAINT "VoucherRedemption_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoucherRedemption" ADD CONSTRAINT "VoucherRedemption_terminalId_fkey" FOREIGN KEY ("terminalId") REFERENCES "Terminal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeeRule" ADD CONSTRAINT "FeeRule_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeeRule" ADD CONSTRAINT "FeeRule_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Guards, from scripts/migration-guards.mjs
ALTER TABLE "Account" DROP CONSTRAINT IF EXISTS "Account_role_check";
ALTER TABLE "Account" ADD CONSTRAINT "Account_role_check" CHECK ("role" IN ('operator', 'shop-owner'));
ALTER TABLE "Shop" DROP CONSTRAINT IF EXISTS "Shop_amounts_check";
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_amounts_check" CHECK ("leastAmount" > 0 AND "mostAmount" >= "leastAmount");
ALTER TABLE "Shop" DROP CONSTRAINT IF EXISTS "Shop_valid_days_check";
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_valid_days_check" CHECK ("validDays" > 0);
ALTER TABLE "Shop" DROP CONSTRAINT IF EXISTS "Shop_trade_check";
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_trade_check" CHECK ("trade" IN ('retail', 'restaurant', 'cafe', 'beauty', 'car-rental', 'lodging', 'sights', 'culture', 'other'));
ALTER TABLE "Shop" DROP CONSTRAINT IF EXISTS "Shop_threshold_check";
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_threshold_check" CHECK ("threshold" > 0 AND "demandTold" >= 0);
ALTER TABLE "Shop" DROP CONSTRAINT IF EXISTS "Shop_pin_policy_check";
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_pin_policy_check" CHECK ("pinPolicy" IN ('always', 'above', 'never'));
ALTER TABLE "Shop" DROP CONSTRAINT IF EXISTS "Shop_pin_above_check";
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_pin_above_check" CHECK ("pinPolicy" <> 'above' OR "pinAbove" IS NOT NULL);
ALTER TABLE "Hold" DROP CONSTRAINT IF EXISTS "Hold_amount_check";
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_amount_check" CHECK ("amount" > 0);
ALTER TABLE "Hold" DROP CONSTRAINT IF EXISTS "Hold_state_check";
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_state_check" CHECK ("state" IN ('asked', 'open', 'captured', 'released'));
ALTER TABLE "Hold" DROP CONSTRAINT IF EXISTS "Hold_pending_check";
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_pending_check" CHECK ("pending" IN ('capture', 'release'));
ALTER TABLE "Certificate" DROP CONSTRAINT IF EXISTS "Certificate_issued_check";
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_issued_check" CHECK ("issued" > 0);
ALTER TABLE "Certificate" DROP CONSTRAINT IF EXISTS "Certificate_balance_check";
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_balance_check" CHECK ("balance" >= 0 AND "balance" <= "issued");
ALTER TABLE "Certificate" DROP CONSTRAINT IF EXISTS "Certificate_state_check";
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_state_check" CHECK ("state" IN ('pending', 'active', 'redeemed', 'expired', 'cancelled'));
ALTER TABLE "Gift" DROP CONSTRAINT IF EXISTS "Gift_state_check";
ALTER TABLE "Gift" ADD CONSTRAINT "Gift_state_check" CHECK ("state" IN ('offered', 'accepted', 'refused', 'lapsed'));
ALTER TABLE "Redemption" DROP CONSTRAINT IF EXISTS "Redemption_amount_check";
ALTER TABLE "Redemption" ADD CONSTRAINT "Redemption_amount_check" CHECK ("amount" > 0 AND "balanceAfter" >= 0);
ALTER TABLE "Refund" DROP CONSTRAINT IF EXISTS "Refund_amount_check";
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_amount_check" CHECK ("amount" > 0);
ALTER TABLE "Refund" DROP CONSTRAINT IF EXISTS "Refund_state_check";
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_state_check" CHECK ("state" IN ('asked', 'done', 'failed'));
ALTER TABLE "Posting" DROP CONSTRAINT IF EXISTS "Posting_amount_check";
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_amount_check" CHECK ("amount" <> 0);
ALTER TABLE "Posting" DROP CONSTRAINT IF EXISTS "Posting_account_check";
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_account_check" CHECK ("account" IN ('cash', 'certificate', 'shop', 'refund', 'expired', 'fee'));
ALTER TABLE "ShopRecord" DROP CONSTRAINT IF EXISTS "ShopRecord_amounts_check";
ALTER TABLE "ShopRecord" ADD CONSTRAINT "ShopRecord_amounts_check" CHECK ("amount" >= 0 AND "balance" >= 0);
ALTER TABLE "OutboxMessage" DROP CONSTRAINT IF EXISTS "OutboxMessage_channel_check";
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_channel_check" CHECK ("channel" IN ('text', 'chat', 'email', 'call'));
ALTER TABLE "Customer" DROP CONSTRAINT IF EXISTS "Customer_news_by_check";
ALTER TABLE "Customer" ADD CONSTRAINT "Customer_news_by_check" CHECK ("newsBy" IN ('chat', 'text', 'email'));
ALTER TABLE "ShopWish" DROP CONSTRAINT IF EXISTS "ShopWish_state_check";
ALTER TABLE "ShopWish" ADD CONSTRAINT "ShopWish_state_check" CHECK ("state" IN ('open', 'listed', 'declined'));
ALTER TABLE "CouponRequest" DROP CONSTRAINT IF EXISTS "CouponRequest_want_check";
ALTER TABLE "CouponRequest" ADD CONSTRAINT "CouponRequest_want_check" CHECK ("want" IN ('percentage', 'amount', 'gift-item'));
ALTER TABLE "CouponRequest" DROP CONSTRAINT IF EXISTS "CouponRequest_state_check";
ALTER TABLE "CouponRequest" ADD CONSTRAINT "CouponRequest_state_check" CHECK ("state" IN ('open', 'answered', 'withdrawn', 'lapsed'));
ALTER TABLE "CouponRequest" DROP CONSTRAINT IF EXISTS "CouponRequest_open_key_check";
ALTER TABLE "CouponRequest" ADD CONSTRAINT "CouponRequest_open_key_check" CHECK (("state" = 'open') = ("openKey" IS NOT NULL));
ALTER TABLE "Campaign" DROP CONSTRAINT IF EXISTS "Campaign_state_check";
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_state_check" CHECK ("state" IN ('draft', 'published', 'ended', 'stopped'));
ALTER TABLE "Campaign" DROP CONSTRAINT IF EXISTS "Campaign_maker_check";
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_maker_check" CHECK ("maker" IN ('shop', 'operator'));
ALTER TABLE "Campaign" DROP CONSTRAINT IF EXISTS "Campaign_offer_kind_check";
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_offer_kind_check" CHECK ("offerKind" IN ('percentage', 'amount', 'gift-item', 'fixed-value', 'ticket'));
ALTER TABLE "Campaign" DROP CONSTRAINT IF EXISTS "Campaign_proof_check";
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_proof_check" CHECK ("proof" IN ('light', 'strict'));
ALTER TABLE "Campaign" DROP CONSTRAINT IF EXISTS "Campaign_audience_check";
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_audience_check" CHECK ("audience" IN ('askers', 'everyone'));
ALTER TABLE "Campaign" DROP CONSTRAINT IF EXISTS "Campaign_stock_check";
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_stock_check" CHECK ("taken" >= 0 AND ("stock" IS NULL OR "taken" <= "stock"));
ALTER TABLE "Publication" DROP CONSTRAINT IF EXISTS "Publication_state_check";
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_state_check" CHECK ("state" IN ('running', 'done', 'stopped'));
ALTER TABLE "Publication" DROP CONSTRAINT IF EXISTS "Publication_progress_check";
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_progress_check" CHECK ("answered" >= 0 AND "answered" <= "total");
ALTER TABLE "Voucher" DROP CONSTRAINT IF EXISTS "Voucher_state_check";
ALTER TABLE "Voucher" ADD CONSTRAINT "Voucher_state_check" CHECK ("state" IN ('active', 'used', 'expired', 'withdrawn'));
ALTER TABLE "Voucher" DROP CONSTRAINT IF EXISTS "Voucher_holder_kind_check";
ALTER TABLE "Voucher" ADD CONSTRAINT "Voucher_holder_kind_check" CHECK ("holderKind" IN ('new', 'returning'));
ALTER TABLE "Voucher" DROP CONSTRAINT IF EXISTS "Voucher_via_check";
ALTER TABLE "Voucher" ADD CONSTRAINT "Voucher_via_check" CHECK ("via" IN ('request', 'store'));
ALTER TABLE "VoucherRedemption" DROP CONSTRAINT IF EXISTS "VoucherRedemption_amounts_check";
ALTER TABLE "VoucherRedemption" ADD CONSTRAINT "VoucherRedemption_amounts_check" CHECK ("bill" >= 0 AND "off" >= 0 AND "commission" >= 0);
ALTER TABLE "FeeRule" DROP CONSTRAINT IF EXISTS "FeeRule_kind_check";
ALTER TABLE "FeeRule" ADD CONSTRAINT "FeeRule_kind_check" CHECK ("kind" IN ('listing', 'commission'));
ALTER TABLE "FeeRule" DROP CONSTRAINT IF EXISTS "FeeRule_amounts_check";
ALTER TABLE "FeeRule" ADD CONSTRAINT "FeeRule_amounts_check" CHECK ("minor" >= 0 AND "basisPoints" >= 0 AND "basisPoints" <= 10000);
ALTER TABLE "OutboxMessage" DROP CONSTRAINT IF EXISTS "OutboxMessage_state_check";
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_state_check" CHECK ("state" IN ('scheduled', 'sending', 'sent', 'delivered', 'failed'));
CREATE OR REPLACE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only: correct it by a new entry', TG_TABLE_NAME; END $$;
CREATE OR REPLACE TRIGGER "LedgerEntry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "LedgerEntry"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE OR REPLACE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only: correct it by a new entry', TG_TABLE_NAME; END $$;
CREATE OR REPLACE TRIGGER "Posting_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Posting"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
