-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "previousHash" TEXT,
    "createdAt" DATETIME NOT NULL,
    "rotatedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Chain" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Customer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "phone" TEXT NOT NULL,
    "memberId" TEXT,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "newsBy" TEXT NOT NULL DEFAULT 'chat',
    "email" TEXT,
    "pinSalt" TEXT,
    "pinHash" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Customer_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ChatUser" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "customerId" TEXT,
    "talk" TEXT,
    "blockedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "ChatUser_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ChatUpdate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "chat" TEXT NOT NULL,
    "sealed" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "at" DATETIME NOT NULL,
    "doneAt" DATETIME
);

-- CreateTable
CREATE TABLE "ShopWish" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "customerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "shopId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "decidedAt" DATETIME,
    CONSTRAINT "ShopWish_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ShopWish_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CouponRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "createdAt" DATETIME NOT NULL,
    "lapsesAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "CouponRequest_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CouponRequest_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CouponRequest_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "validFrom" DATETIME NOT NULL,
    "validUntil" DATETIME NOT NULL,
    "validDays" INTEGER,
    "stock" INTEGER,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "downloadsUntil" DATETIME,
    "tracked" BOOLEAN NOT NULL DEFAULT true,
    "proof" TEXT NOT NULL DEFAULT 'light',
    "audience" TEXT NOT NULL DEFAULT 'askers',
    "theme" TEXT NOT NULL,
    "motif" TEXT NOT NULL,
    "listingFee" BIGINT NOT NULL DEFAULT 0,
    "tokenHash" TEXT,
    "pageHash" TEXT,
    "createdAt" DATETIME NOT NULL,
    "publishedAt" DATETIME,
    "endedAt" DATETIME,
    CONSTRAINT "Campaign_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CampaignShop" (
    "campaignId" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,

    PRIMARY KEY ("campaignId", "shopId"),
    CONSTRAINT "CampaignShop_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CampaignShop_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "campaignId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "upTo" DATETIME NOT NULL,
    "total" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "stopUntil" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Publication_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Voucher" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "campaignId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "cardVersion" INTEGER NOT NULL DEFAULT 1,
    "tokenHash" TEXT NOT NULL,
    "pageHash" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "holderKind" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "remindedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Voucher_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Voucher_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "VoucherRedemption" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "campaignId" TEXT NOT NULL,
    "voucherId" TEXT,
    "shopId" TEXT NOT NULL,
    "terminalId" TEXT NOT NULL,
    "bill" BIGINT NOT NULL,
    "off" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "commission" BIGINT NOT NULL DEFAULT 0,
    "at" DATETIME NOT NULL,
    "rolledBackAt" DATETIME,
    CONSTRAINT "VoucherRedemption_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "VoucherRedemption_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "Voucher" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "VoucherRedemption_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "VoucherRedemption_terminalId_fkey" FOREIGN KEY ("terminalId") REFERENCES "Terminal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FeeRule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "shopId" TEXT,
    "minor" BIGINT NOT NULL,
    "basisPoints" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "accountId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "FeeRule_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "FeeRule_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Shop" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "trade" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "presets" TEXT NOT NULL,
    "leastAmount" BIGINT NOT NULL,
    "mostAmount" BIGINT NOT NULL,
    "pinPolicy" TEXT NOT NULL,
    "pinAbove" BIGINT,
    "validDays" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "approvedAt" DATETIME,
    "ownerId" TEXT,
    "chainId" TEXT,
    "about" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "hours" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "toldBy" TEXT NOT NULL DEFAULT '["email"]',
    "threshold" INTEGER NOT NULL DEFAULT 20,
    "demandTold" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Shop_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Shop_chainId_fkey" FOREIGN KEY ("chainId") REFERENCES "Chain" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Shop" ("approvedAt", "ownerId", "closedAt", "code", "createdAt", "currency", "id", "leastAmount", "mostAmount", "name", "nameEn", "pinAbove", "pinPolicy", "presets", "trade", "validDays") SELECT "createdAt", (SELECT "id" FROM "Account" WHERE "shopId" = "Shop"."id" ORDER BY "createdAt" LIMIT 1), "closedAt", "code", "createdAt", "currency", "id", "leastAmount", "mostAmount", "name", "nameEn", "pinAbove", "pinPolicy", "presets", "trade", "validDays" FROM "Shop";
DROP TABLE "Shop";
ALTER TABLE "new_Shop" RENAME TO "Shop";
CREATE UNIQUE INDEX "Shop_code_key" ON "Shop"("code");
CREATE INDEX "Shop_ownerId_idx" ON "Shop"("ownerId");
CREATE INDEX "Shop_chainId_idx" ON "Shop"("chainId");
CREATE INDEX "Shop_trade_code_idx" ON "Shop"("trade", "code");
CREATE TABLE "new_Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL DEFAULT 'ko',
    "memberId" TEXT,
    "customerId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Account_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Account_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Account" ("createdAt", "email", "id", "memberId", "passwordHash", "role") SELECT "createdAt", "email", "id", "memberId", "passwordHash", "role" FROM "Account";
DROP TABLE "Account";
ALTER TABLE "new_Account" RENAME TO "Account";
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");
CREATE UNIQUE INDEX "Account_customerId_key" ON "Account"("customerId");
CREATE TABLE "new_OutboxMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'text',
    "recipient" TEXT NOT NULL,
    "bulk" BOOLEAN NOT NULL DEFAULT false,
    "campaignId" TEXT,
    "locale" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "claimedUntil" DATETIME,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "firstTriedAt" DATETIME,
    "providerId" TEXT,
    "body" TEXT,
    "reason" TEXT,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    "settledAt" DATETIME
);
INSERT INTO "new_OutboxMessage" ("body", "claimedUntil", "createdAt", "dueAt", "facts", "firstTriedAt", "id", "key", "kind", "locale", "providerId", "reason", "recipient", "sentAt", "settledAt", "state", "tries") SELECT "body", "claimedUntil", "createdAt", "dueAt", "facts", "firstTriedAt", "id", "key", "kind", "locale", "providerId", "reason", "recipient", "sentAt", "settledAt", "state", "tries" FROM "OutboxMessage";
DROP TABLE "OutboxMessage";
ALTER TABLE "new_OutboxMessage" RENAME TO "OutboxMessage";
CREATE UNIQUE INDEX "OutboxMessage_key_key" ON "OutboxMessage"("key");
CREATE UNIQUE INDEX "OutboxMessage_providerId_key" ON "OutboxMessage"("providerId");
CREATE INDEX "OutboxMessage_state_bulk_dueAt_idx" ON "OutboxMessage"("state", "bulk", "dueAt");
CREATE INDEX "OutboxMessage_recipient_idx" ON "OutboxMessage"("recipient");
CREATE INDEX "OutboxMessage_campaignId_state_idx" ON "OutboxMessage"("campaignId", "state");
ALTER TABLE "OptOut" RENAME COLUMN "phone" TO "recipient";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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

-- Guards, from scripts/migration-guards.mjs
DROP TRIGGER IF EXISTS "Account_role_insert_check";
CREATE TRIGGER "Account_role_insert_check" BEFORE INSERT ON "Account" WHEN NOT (NEW."role" IN ('operator', 'shop-owner'))
BEGIN SELECT RAISE(ABORT, 'Account_role_check failed'); END;
DROP TRIGGER IF EXISTS "Account_role_update_check";
CREATE TRIGGER "Account_role_update_check" BEFORE UPDATE ON "Account" WHEN NOT (NEW."role" IN ('operator', 'shop-owner'))
BEGIN SELECT RAISE(ABORT, 'Account_role_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_amounts_insert_check";
CREATE TRIGGER "Shop_amounts_insert_check" BEFORE INSERT ON "Shop" WHEN NOT (NEW."leastAmount" > 0 AND NEW."mostAmount" >= NEW."leastAmount")
BEGIN SELECT RAISE(ABORT, 'Shop_amounts_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_amounts_update_check";
CREATE TRIGGER "Shop_amounts_update_check" BEFORE UPDATE ON "Shop" WHEN NOT (NEW."leastAmount" > 0 AND NEW."mostAmount" >= NEW."leastAmount")
BEGIN SELECT RAISE(ABORT, 'Shop_amounts_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_valid_days_insert_check";
CREATE TRIGGER "Shop_valid_days_insert_check" BEFORE INSERT ON "Shop" WHEN NOT (NEW."validDays" > 0)
BEGIN SELECT RAISE(ABORT, 'Shop_valid_days_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_valid_days_update_check";
CREATE TRIGGER "Shop_valid_days_update_check" BEFORE UPDATE ON "Shop" WHEN NOT (NEW."validDays" > 0)
BEGIN SELECT RAISE(ABORT, 'Shop_valid_days_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_trade_insert_check";
CREATE TRIGGER "Shop_trade_insert_check" BEFORE INSERT ON "Shop" WHEN NOT (NEW."trade" IN ('retail', 'restaurant', 'cafe', 'beauty', 'car-rental', 'lodging', 'sights', 'culture', 'other'))
BEGIN SELECT RAISE(ABORT, 'Shop_trade_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_trade_update_check";
CREATE TRIGGER "Shop_trade_update_check" BEFORE UPDATE ON "Shop" WHEN NOT (NEW."trade" IN ('retail', 'restaurant', 'cafe', 'beauty', 'car-rental', 'lodging', 'sights', 'culture', 'other'))
BEGIN SELECT RAISE(ABORT, 'Shop_trade_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_threshold_insert_check";
CREATE TRIGGER "Shop_threshold_insert_check" BEFORE INSERT ON "Shop" WHEN NOT (NEW."threshold" > 0 AND NEW."demandTold" >= 0)
BEGIN SELECT RAISE(ABORT, 'Shop_threshold_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_threshold_update_check";
CREATE TRIGGER "Shop_threshold_update_check" BEFORE UPDATE ON "Shop" WHEN NOT (NEW."threshold" > 0 AND NEW."demandTold" >= 0)
BEGIN SELECT RAISE(ABORT, 'Shop_threshold_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_pin_policy_insert_check";
CREATE TRIGGER "Shop_pin_policy_insert_check" BEFORE INSERT ON "Shop" WHEN NOT (NEW."pinPolicy" IN ('always', 'above', 'never'))
BEGIN SELECT RAISE(ABORT, 'Shop_pin_policy_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_pin_policy_update_check";
CREATE TRIGGER "Shop_pin_policy_update_check" BEFORE UPDATE ON "Shop" WHEN NOT (NEW."pinPolicy" IN ('always', 'above', 'never'))
BEGIN SELECT RAISE(ABORT, 'Shop_pin_policy_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_pin_above_insert_check";
CREATE TRIGGER "Shop_pin_above_insert_check" BEFORE INSERT ON "Shop" WHEN NOT (NEW."pinPolicy" <> 'above' OR NEW."pinAbove" IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'Shop_pin_above_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_pin_above_update_check";
CREATE TRIGGER "Shop_pin_above_update_check" BEFORE UPDATE ON "Shop" WHEN NOT (NEW."pinPolicy" <> 'above' OR NEW."pinAbove" IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'Shop_pin_above_check failed'); END;
DROP TRIGGER IF EXISTS "Hold_amount_insert_check";
CREATE TRIGGER "Hold_amount_insert_check" BEFORE INSERT ON "Hold" WHEN NOT (NEW."amount" > 0)
BEGIN SELECT RAISE(ABORT, 'Hold_amount_check failed'); END;
DROP TRIGGER IF EXISTS "Hold_amount_update_check";
CREATE TRIGGER "Hold_amount_update_check" BEFORE UPDATE ON "Hold" WHEN NOT (NEW."amount" > 0)
BEGIN SELECT RAISE(ABORT, 'Hold_amount_check failed'); END;
DROP TRIGGER IF EXISTS "Hold_state_insert_check";
CREATE TRIGGER "Hold_state_insert_check" BEFORE INSERT ON "Hold" WHEN NOT (NEW."state" IN ('asked', 'open', 'captured', 'released'))
BEGIN SELECT RAISE(ABORT, 'Hold_state_check failed'); END;
DROP TRIGGER IF EXISTS "Hold_state_update_check";
CREATE TRIGGER "Hold_state_update_check" BEFORE UPDATE ON "Hold" WHEN NOT (NEW."state" IN ('asked', 'open', 'captured', 'released'))
BEGIN SELECT RAISE(ABORT, 'Hold_state_check failed'); END;
DROP TRIGGER IF EXISTS "Hold_pending_insert_check";
CREATE TRIGGER "Hold_pending_insert_check" BEFORE INSERT ON "Hold" WHEN NOT (NEW."pending" IN ('capture', 'release'))
BEGIN SELECT RAISE(ABORT, 'Hold_pending_check failed'); END;
DROP TRIGGER IF EXISTS "Hold_pending_update_check";
CREATE TRIGGER "Hold_pending_update_check" BEFORE UPDATE ON "Hold" WHEN NOT (NEW."pending" IN ('capture', 'release'))
BEGIN SELECT RAISE(ABORT, 'Hold_pending_check failed'); END;
DROP TRIGGER IF EXISTS "Certificate_issued_insert_check";
CREATE TRIGGER "Certificate_issued_insert_check" BEFORE INSERT ON "Certificate" WHEN NOT (NEW."issued" > 0)
BEGIN SELECT RAISE(ABORT, 'Certificate_issued_check failed'); END;
DROP TRIGGER IF EXISTS "Certificate_issued_update_check";
CREATE TRIGGER "Certificate_issued_update_check" BEFORE UPDATE ON "Certificate" WHEN NOT (NEW."issued" > 0)
BEGIN SELECT RAISE(ABORT, 'Certificate_issued_check failed'); END;
DROP TRIGGER IF EXISTS "Certificate_balance_insert_check";
CREATE TRIGGER "Certificate_balance_insert_check" BEFORE INSERT ON "Certificate" WHEN NOT (NEW."balance" >= 0 AND NEW."balance" <= NEW."issued")
BEGIN SELECT RAISE(ABORT, 'Certificate_balance_check failed'); END;
DROP TRIGGER IF EXISTS "Certificate_balance_update_check";
CREATE TRIGGER "Certificate_balance_update_check" BEFORE UPDATE ON "Certificate" WHEN NOT (NEW."balance" >= 0 AND NEW."balance" <= NEW."issued")
BEGIN SELECT RAISE(ABORT, 'Certificate_balance_check failed'); END;
DROP TRIGGER IF EXISTS "Certificate_state_insert_check";
CREATE TRIGGER "Certificate_state_insert_check" BEFORE INSERT ON "Certificate" WHEN NOT (NEW."state" IN ('pending', 'active', 'redeemed', 'expired', 'cancelled'))
BEGIN SELECT RAISE(ABORT, 'Certificate_state_check failed'); END;
DROP TRIGGER IF EXISTS "Certificate_state_update_check";
CREATE TRIGGER "Certificate_state_update_check" BEFORE UPDATE ON "Certificate" WHEN NOT (NEW."state" IN ('pending', 'active', 'redeemed', 'expired', 'cancelled'))
BEGIN SELECT RAISE(ABORT, 'Certificate_state_check failed'); END;
DROP TRIGGER IF EXISTS "Gift_state_insert_check";
CREATE TRIGGER "Gift_state_insert_check" BEFORE INSERT ON "Gift" WHEN NOT (NEW."state" IN ('offered', 'accepted', 'refused', 'lapsed'))
BEGIN SELECT RAISE(ABORT, 'Gift_state_check failed'); END;
DROP TRIGGER IF EXISTS "Gift_state_update_check";
CREATE TRIGGER "Gift_state_update_check" BEFORE UPDATE ON "Gift" WHEN NOT (NEW."state" IN ('offered', 'accepted', 'refused', 'lapsed'))
BEGIN SELECT RAISE(ABORT, 'Gift_state_check failed'); END;
DROP TRIGGER IF EXISTS "Redemption_amount_insert_check";
CREATE TRIGGER "Redemption_amount_insert_check" BEFORE INSERT ON "Redemption" WHEN NOT (NEW."amount" > 0 AND NEW."balanceAfter" >= 0)
BEGIN SELECT RAISE(ABORT, 'Redemption_amount_check failed'); END;
DROP TRIGGER IF EXISTS "Redemption_amount_update_check";
CREATE TRIGGER "Redemption_amount_update_check" BEFORE UPDATE ON "Redemption" WHEN NOT (NEW."amount" > 0 AND NEW."balanceAfter" >= 0)
BEGIN SELECT RAISE(ABORT, 'Redemption_amount_check failed'); END;
DROP TRIGGER IF EXISTS "Refund_amount_insert_check";
CREATE TRIGGER "Refund_amount_insert_check" BEFORE INSERT ON "Refund" WHEN NOT (NEW."amount" > 0)
BEGIN SELECT RAISE(ABORT, 'Refund_amount_check failed'); END;
DROP TRIGGER IF EXISTS "Refund_amount_update_check";
CREATE TRIGGER "Refund_amount_update_check" BEFORE UPDATE ON "Refund" WHEN NOT (NEW."amount" > 0)
BEGIN SELECT RAISE(ABORT, 'Refund_amount_check failed'); END;
DROP TRIGGER IF EXISTS "Refund_state_insert_check";
CREATE TRIGGER "Refund_state_insert_check" BEFORE INSERT ON "Refund" WHEN NOT (NEW."state" IN ('asked', 'done', 'failed'))
BEGIN SELECT RAISE(ABORT, 'Refund_state_check failed'); END;
DROP TRIGGER IF EXISTS "Refund_state_update_check";
CREATE TRIGGER "Refund_state_update_check" BEFORE UPDATE ON "Refund" WHEN NOT (NEW."state" IN ('asked', 'done', 'failed'))
BEGIN SELECT RAISE(ABORT, 'Refund_state_check failed'); END;
DROP TRIGGER IF EXISTS "Posting_amount_insert_check";
CREATE TRIGGER "Posting_amount_insert_check" BEFORE INSERT ON "Posting" WHEN NOT (NEW."amount" <> 0)
BEGIN SELECT RAISE(ABORT, 'Posting_amount_check failed'); END;
DROP TRIGGER IF EXISTS "Posting_amount_update_check";
CREATE TRIGGER "Posting_amount_update_check" BEFORE UPDATE ON "Posting" WHEN NOT (NEW."amount" <> 0)
BEGIN SELECT RAISE(ABORT, 'Posting_amount_check failed'); END;
DROP TRIGGER IF EXISTS "Posting_account_insert_check";
CREATE TRIGGER "Posting_account_insert_check" BEFORE INSERT ON "Posting" WHEN NOT (NEW."account" IN ('cash', 'certificate', 'shop', 'refund', 'expired', 'fee'))
BEGIN SELECT RAISE(ABORT, 'Posting_account_check failed'); END;
DROP TRIGGER IF EXISTS "Posting_account_update_check";
CREATE TRIGGER "Posting_account_update_check" BEFORE UPDATE ON "Posting" WHEN NOT (NEW."account" IN ('cash', 'certificate', 'shop', 'refund', 'expired', 'fee'))
BEGIN SELECT RAISE(ABORT, 'Posting_account_check failed'); END;
DROP TRIGGER IF EXISTS "ShopRecord_amounts_insert_check";
CREATE TRIGGER "ShopRecord_amounts_insert_check" BEFORE INSERT ON "ShopRecord" WHEN NOT (NEW."amount" >= 0 AND NEW."balance" >= 0)
BEGIN SELECT RAISE(ABORT, 'ShopRecord_amounts_check failed'); END;
DROP TRIGGER IF EXISTS "ShopRecord_amounts_update_check";
CREATE TRIGGER "ShopRecord_amounts_update_check" BEFORE UPDATE ON "ShopRecord" WHEN NOT (NEW."amount" >= 0 AND NEW."balance" >= 0)
BEGIN SELECT RAISE(ABORT, 'ShopRecord_amounts_check failed'); END;
DROP TRIGGER IF EXISTS "OutboxMessage_channel_insert_check";
CREATE TRIGGER "OutboxMessage_channel_insert_check" BEFORE INSERT ON "OutboxMessage" WHEN NOT (NEW."channel" IN ('text', 'chat', 'email', 'call'))
BEGIN SELECT RAISE(ABORT, 'OutboxMessage_channel_check failed'); END;
DROP TRIGGER IF EXISTS "OutboxMessage_channel_update_check";
CREATE TRIGGER "OutboxMessage_channel_update_check" BEFORE UPDATE ON "OutboxMessage" WHEN NOT (NEW."channel" IN ('text', 'chat', 'email', 'call'))
BEGIN SELECT RAISE(ABORT, 'OutboxMessage_channel_check failed'); END;
DROP TRIGGER IF EXISTS "Customer_news_by_insert_check";
CREATE TRIGGER "Customer_news_by_insert_check" BEFORE INSERT ON "Customer" WHEN NOT (NEW."newsBy" IN ('chat', 'text', 'email'))
BEGIN SELECT RAISE(ABORT, 'Customer_news_by_check failed'); END;
DROP TRIGGER IF EXISTS "Customer_news_by_update_check";
CREATE TRIGGER "Customer_news_by_update_check" BEFORE UPDATE ON "Customer" WHEN NOT (NEW."newsBy" IN ('chat', 'text', 'email'))
BEGIN SELECT RAISE(ABORT, 'Customer_news_by_check failed'); END;
DROP TRIGGER IF EXISTS "ShopWish_state_insert_check";
CREATE TRIGGER "ShopWish_state_insert_check" BEFORE INSERT ON "ShopWish" WHEN NOT (NEW."state" IN ('open', 'listed', 'declined'))
BEGIN SELECT RAISE(ABORT, 'ShopWish_state_check failed'); END;
DROP TRIGGER IF EXISTS "ShopWish_state_update_check";
CREATE TRIGGER "ShopWish_state_update_check" BEFORE UPDATE ON "ShopWish" WHEN NOT (NEW."state" IN ('open', 'listed', 'declined'))
BEGIN SELECT RAISE(ABORT, 'ShopWish_state_check failed'); END;
DROP TRIGGER IF EXISTS "CouponRequest_want_insert_check";
CREATE TRIGGER "CouponRequest_want_insert_check" BEFORE INSERT ON "CouponRequest" WHEN NOT (NEW."want" IN ('percentage', 'amount', 'gift-item'))
BEGIN SELECT RAISE(ABORT, 'CouponRequest_want_check failed'); END;
DROP TRIGGER IF EXISTS "CouponRequest_want_update_check";
CREATE TRIGGER "CouponRequest_want_update_check" BEFORE UPDATE ON "CouponRequest" WHEN NOT (NEW."want" IN ('percentage', 'amount', 'gift-item'))
BEGIN SELECT RAISE(ABORT, 'CouponRequest_want_check failed'); END;
DROP TRIGGER IF EXISTS "CouponRequest_state_insert_check";
CREATE TRIGGER "CouponRequest_state_insert_check" BEFORE INSERT ON "CouponRequest" WHEN NOT (NEW."state" IN ('open', 'answered', 'withdrawn', 'lapsed'))
BEGIN SELECT RAISE(ABORT, 'CouponRequest_state_check failed'); END;
DROP TRIGGER IF EXISTS "CouponRequest_state_update_check";
CREATE TRIGGER "CouponRequest_state_update_check" BEFORE UPDATE ON "CouponRequest" WHEN NOT (NEW."state" IN ('open', 'answered', 'withdrawn', 'lapsed'))
BEGIN SELECT RAISE(ABORT, 'CouponRequest_state_check failed'); END;
DROP TRIGGER IF EXISTS "CouponRequest_open_key_insert_check";
CREATE TRIGGER "CouponRequest_open_key_insert_check" BEFORE INSERT ON "CouponRequest" WHEN NOT ((NEW."state" = 'open') = (NEW."openKey" IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'CouponRequest_open_key_check failed'); END;
DROP TRIGGER IF EXISTS "CouponRequest_open_key_update_check";
CREATE TRIGGER "CouponRequest_open_key_update_check" BEFORE UPDATE ON "CouponRequest" WHEN NOT ((NEW."state" = 'open') = (NEW."openKey" IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'CouponRequest_open_key_check failed'); END;
DROP TRIGGER IF EXISTS "Campaign_state_insert_check";
CREATE TRIGGER "Campaign_state_insert_check" BEFORE INSERT ON "Campaign" WHEN NOT (NEW."state" IN ('draft', 'published', 'ended', 'stopped'))
BEGIN SELECT RAISE(ABORT, 'Campaign_state_check failed'); END;
DROP TRIGGER IF EXISTS "Campaign_state_update_check";
CREATE TRIGGER "Campaign_state_update_check" BEFORE UPDATE ON "Campaign" WHEN NOT (NEW."state" IN ('draft', 'published', 'ended', 'stopped'))
BEGIN SELECT RAISE(ABORT, 'Campaign_state_check failed'); END;
DROP TRIGGER IF EXISTS "Campaign_maker_insert_check";
CREATE TRIGGER "Campaign_maker_insert_check" BEFORE INSERT ON "Campaign" WHEN NOT (NEW."maker" IN ('shop', 'operator'))
BEGIN SELECT RAISE(ABORT, 'Campaign_maker_check failed'); END;
DROP TRIGGER IF EXISTS "Campaign_maker_update_check";
CREATE TRIGGER "Campaign_maker_update_check" BEFORE UPDATE ON "Campaign" WHEN NOT (NEW."maker" IN ('shop', 'operator'))
BEGIN SELECT RAISE(ABORT, 'Campaign_maker_check failed'); END;
DROP TRIGGER IF EXISTS "Campaign_offer_kind_insert_check";
CREATE TRIGGER "Campaign_offer_kind_insert_check" BEFORE INSERT ON "Campaign" WHEN NOT (NEW."offerKind" IN ('percentage', 'amount', 'gift-item', 'fixed-value', 'ticket'))
BEGIN SELECT RAISE(ABORT, 'Campaign_offer_kind_check failed'); END;
DROP TRIGGER IF EXISTS "Campaign_offer_kind_update_check";
CREATE TRIGGER "Campaign_offer_kind_update_check" BEFORE UPDATE ON "Campaign" WHEN NOT (NEW."offerKind" IN ('percentage', 'amount', 'gift-item', 'fixed-value', 'ticket'))
BEGIN SELECT RAISE(ABORT, 'Campaign_offer_kind_check failed'); END;
DROP TRIGGER IF EXISTS "Campaign_proof_insert_check";
CREATE TRIGGER "Campaign_proof_insert_check" BEFORE INSERT ON "Campaign" WHEN NOT (NEW."proof" IN ('light', 'strict'))
BEGIN SELECT RAISE(ABORT, 'Campaign_proof_check failed'); END;
DROP TRIGGER IF EXISTS "Campaign_proof_update_check";
CREATE TRIGGER "Campaign_proof_update_check" BEFORE UPDATE ON "Campaign" WHEN NOT (NEW."proof" IN ('light', 'strict'))
BEGIN SELECT RAISE(ABORT, 'Campaign_proof_check failed'); END;
DROP TRIGGER IF EXISTS "Campaign_audience_insert_check";
CREATE TRIGGER "Campaign_audience_insert_check" BEFORE INSERT ON "Campaign" WHEN NOT (NEW."audience" IN ('askers', 'everyone'))
BEGIN SELECT RAISE(ABORT, 'Campaign_audience_check failed'); END;
DROP TRIGGER IF EXISTS "Campaign_audience_update_check";
CREATE TRIGGER "Campaign_audience_update_check" BEFORE UPDATE ON "Campaign" WHEN NOT (NEW."audience" IN ('askers', 'everyone'))
BEGIN SELECT RAISE(ABORT, 'Campaign_audience_check failed'); END;
DROP TRIGGER IF EXISTS "Campaign_stock_insert_check";
CREATE TRIGGER "Campaign_stock_insert_check" BEFORE INSERT ON "Campaign" WHEN NOT (NEW."taken" >= 0 AND (NEW."stock" IS NULL OR NEW."taken" <= NEW."stock"))
BEGIN SELECT RAISE(ABORT, 'Campaign_stock_check failed'); END;
DROP TRIGGER IF EXISTS "Campaign_stock_update_check";
CREATE TRIGGER "Campaign_stock_update_check" BEFORE UPDATE ON "Campaign" WHEN NOT (NEW."taken" >= 0 AND (NEW."stock" IS NULL OR NEW."taken" <= NEW."stock"))
BEGIN SELECT RAISE(ABORT, 'Campaign_stock_check failed'); END;
DROP TRIGGER IF EXISTS "Publication_state_insert_check";
CREATE TRIGGER "Publication_state_insert_check" BEFORE INSERT ON "Publication" WHEN NOT (NEW."state" IN ('running', 'done', 'stopped'))
BEGIN SELECT RAISE(ABORT, 'Publication_state_check failed'); END;
DROP TRIGGER IF EXISTS "Publication_state_update_check";
CREATE TRIGGER "Publication_state_update_check" BEFORE UPDATE ON "Publication" WHEN NOT (NEW."state" IN ('running', 'done', 'stopped'))
BEGIN SELECT RAISE(ABORT, 'Publication_state_check failed'); END;
DROP TRIGGER IF EXISTS "Publication_progress_insert_check";
CREATE TRIGGER "Publication_progress_insert_check" BEFORE INSERT ON "Publication" WHEN NOT (NEW."answered" >= 0 AND NEW."answered" <= NEW."total")
BEGIN SELECT RAISE(ABORT, 'Publication_progress_check failed'); END;
DROP TRIGGER IF EXISTS "Publication_progress_update_check";
CREATE TRIGGER "Publication_progress_update_check" BEFORE UPDATE ON "Publication" WHEN NOT (NEW."answered" >= 0 AND NEW."answered" <= NEW."total")
BEGIN SELECT RAISE(ABORT, 'Publication_progress_check failed'); END;
DROP TRIGGER IF EXISTS "Voucher_state_insert_check";
CREATE TRIGGER "Voucher_state_insert_check" BEFORE INSERT ON "Voucher" WHEN NOT (NEW."state" IN ('active', 'used', 'expired', 'withdrawn'))
BEGIN SELECT RAISE(ABORT, 'Voucher_state_check failed'); END;
DROP TRIGGER IF EXISTS "Voucher_state_update_check";
CREATE TRIGGER "Voucher_state_update_check" BEFORE UPDATE ON "Voucher" WHEN NOT (NEW."state" IN ('active', 'used', 'expired', 'withdrawn'))
BEGIN SELECT RAISE(ABORT, 'Voucher_state_check failed'); END;
DROP TRIGGER IF EXISTS "Voucher_holder_kind_insert_check";
CREATE TRIGGER "Voucher_holder_kind_insert_check" BEFORE INSERT ON "Voucher" WHEN NOT (NEW."holderKind" IN ('new', 'returning'))
BEGIN SELECT RAISE(ABORT, 'Voucher_holder_kind_check failed'); END;
DROP TRIGGER IF EXISTS "Voucher_holder_kind_update_check";
CREATE TRIGGER "Voucher_holder_kind_update_check" BEFORE UPDATE ON "Voucher" WHEN NOT (NEW."holderKind" IN ('new', 'returning'))
BEGIN SELECT RAISE(ABORT, 'Voucher_holder_kind_check failed'); END;
DROP TRIGGER IF EXISTS "Voucher_via_insert_check";
CREATE TRIGGER "Voucher_via_insert_check" BEFORE INSERT ON "Voucher" WHEN NOT (NEW."via" IN ('request', 'store'))
BEGIN SELECT RAISE(ABORT, 'Voucher_via_check failed'); END;
DROP TRIGGER IF EXISTS "Voucher_via_update_check";
CREATE TRIGGER "Voucher_via_update_check" BEFORE UPDATE ON "Voucher" WHEN NOT (NEW."via" IN ('request', 'store'))
BEGIN SELECT RAISE(ABORT, 'Voucher_via_check failed'); END;
DROP TRIGGER IF EXISTS "VoucherRedemption_amounts_insert_check";
CREATE TRIGGER "VoucherRedemption_amounts_insert_check" BEFORE INSERT ON "VoucherRedemption" WHEN NOT (NEW."bill" >= 0 AND NEW."off" >= 0 AND NEW."commission" >= 0)
BEGIN SELECT RAISE(ABORT, 'VoucherRedemption_amounts_check failed'); END;
DROP TRIGGER IF EXISTS "VoucherRedemption_amounts_update_check";
CREATE TRIGGER "VoucherRedemption_amounts_update_check" BEFORE UPDATE ON "VoucherRedemption" WHEN NOT (NEW."bill" >= 0 AND NEW."off" >= 0 AND NEW."commission" >= 0)
BEGIN SELECT RAISE(ABORT, 'VoucherRedemption_amounts_check failed'); END;
DROP TRIGGER IF EXISTS "FeeRule_kind_insert_check";
CREATE TRIGGER "FeeRule_kind_insert_check" BEFORE INSERT ON "FeeRule" WHEN NOT (NEW."kind" IN ('listing', 'commission'))
BEGIN SELECT RAISE(ABORT, 'FeeRule_kind_check failed'); END;
DROP TRIGGER IF EXISTS "FeeRule_kind_update_check";
CREATE TRIGGER "FeeRule_kind_update_check" BEFORE UPDATE ON "FeeRule" WHEN NOT (NEW."kind" IN ('listing', 'commission'))
BEGIN SELECT RAISE(ABORT, 'FeeRule_kind_check failed'); END;
DROP TRIGGER IF EXISTS "FeeRule_amounts_insert_check";
CREATE TRIGGER "FeeRule_amounts_insert_check" BEFORE INSERT ON "FeeRule" WHEN NOT (NEW."minor" >= 0 AND NEW."basisPoints" >= 0 AND NEW."basisPoints" <= 10000)
BEGIN SELECT RAISE(ABORT, 'FeeRule_amounts_check failed'); END;
DROP TRIGGER IF EXISTS "FeeRule_amounts_update_check";
CREATE TRIGGER "FeeRule_amounts_update_check" BEFORE UPDATE ON "FeeRule" WHEN NOT (NEW."minor" >= 0 AND NEW."basisPoints" >= 0 AND NEW."basisPoints" <= 10000)
BEGIN SELECT RAISE(ABORT, 'FeeRule_amounts_check failed'); END;
DROP TRIGGER IF EXISTS "OutboxMessage_state_insert_check";
CREATE TRIGGER "OutboxMessage_state_insert_check" BEFORE INSERT ON "OutboxMessage" WHEN NOT (NEW."state" IN ('scheduled', 'sending', 'sent', 'delivered', 'failed'))
BEGIN SELECT RAISE(ABORT, 'OutboxMessage_state_check failed'); END;
DROP TRIGGER IF EXISTS "OutboxMessage_state_update_check";
CREATE TRIGGER "OutboxMessage_state_update_check" BEFORE UPDATE ON "OutboxMessage" WHEN NOT (NEW."state" IN ('scheduled', 'sending', 'sent', 'delivered', 'failed'))
BEGIN SELECT RAISE(ABORT, 'OutboxMessage_state_check failed'); END;
DROP TRIGGER IF EXISTS "LedgerEntry_no_update";
CREATE TRIGGER "LedgerEntry_no_update" BEFORE UPDATE ON "LedgerEntry"
BEGIN SELECT RAISE(ABORT, 'LedgerEntry is append-only: correct it by a new entry'); END;
DROP TRIGGER IF EXISTS "LedgerEntry_no_delete";
CREATE TRIGGER "LedgerEntry_no_delete" BEFORE DELETE ON "LedgerEntry"
BEGIN SELECT RAISE(ABORT, 'LedgerEntry is append-only: correct it by a new entry'); END;
DROP TRIGGER IF EXISTS "Posting_no_update";
CREATE TRIGGER "Posting_no_update" BEFORE UPDATE ON "Posting"
BEGIN SELECT RAISE(ABORT, 'Posting is append-only: correct it by a new entry'); END;
DROP TRIGGER IF EXISTS "Posting_no_delete";
CREATE TRIGGER "Posting_no_delete" BEFORE DELETE ON "Posting"
BEGIN SELECT RAISE(ABORT, 'Posting is append-only: correct it by a new entry'); END;
