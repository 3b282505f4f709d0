-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "showsName" BOOLEAN NOT NULL DEFAULT false,
    "pinSalt" TEXT NOT NULL,
    "pinHash" TEXT NOT NULL,
    "cardCustomer" TEXT NOT NULL,
    "cardMethod" TEXT NOT NULL,
    "cardBrand" TEXT NOT NULL,
    "cardLast4" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "shopId" TEXT,
    "memberId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Account_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Account_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Shop" (
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
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ShopMember" (
    "shopId" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    PRIMARY KEY ("shopId", "phone"),
    CONSTRAINT "ShopMember_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Terminal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "disabledAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Terminal_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Hold" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "callerPhone" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "pending" TEXT,
    "reason" TEXT,
    "gatewayId" TEXT,
    "expiresAt" DATETIME NOT NULL,
    "nextTryAt" DATETIME,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    CONSTRAINT "Hold_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Hold_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Purchase" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "holdId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "buyerName" TEXT NOT NULL,
    "memberNumber" TEXT NOT NULL,
    "callerPhone" TEXT NOT NULL,
    "recipientPhone" TEXT NOT NULL,
    "recipientName" TEXT,
    "greeting" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Purchase_holdId_fkey" FOREIGN KEY ("holdId") REFERENCES "Hold" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Purchase_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Purchase_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "purchaseId" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "issued" BIGINT NOT NULL,
    "balance" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "holderPhone" TEXT NOT NULL,
    "holderName" TEXT,
    "buyerName" TEXT NOT NULL,
    "pinSalt" TEXT,
    "pinHash" TEXT,
    "cardVersion" INTEGER NOT NULL DEFAULT 1,
    "tokenHash" TEXT,
    "pageHash" TEXT,
    "expiresAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "activatedAt" DATETIME,
    "endedAt" DATETIME,
    CONSTRAINT "Certificate_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Certificate_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Gift" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "certificateId" TEXT NOT NULL,
    "recipientPhone" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "lapsesAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "decidedAt" DATETIME,
    CONSTRAINT "Gift_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Redemption" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "certificateId" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "terminalId" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "balanceAfter" BIGINT NOT NULL,
    "at" DATETIME NOT NULL,
    "rolledBackAt" DATETIME,
    CONSTRAINT "Redemption_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Redemption_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Redemption_terminalId_fkey" FOREIGN KEY ("terminalId") REFERENCES "Terminal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Refund" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "holdId" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "gatewayId" TEXT,
    "nextTryAt" DATETIME,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    CONSTRAINT "Refund_holdId_fkey" FOREIGN KEY ("holdId") REFERENCES "Hold" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Posting" (
    "entryId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,

    PRIMARY KEY ("entryId", "line"),
    CONSTRAINT "Posting_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ShopRecord" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "certificateNumber" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "balance" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "buyerName" TEXT,
    "memberNumber" TEXT,
    "recipientName" TEXT,
    "terminalId" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ShopRecord_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
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

-- CreateTable
CREATE TABLE "OptOut" (
    "phone" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "since" DATETIME NOT NULL,

    PRIMARY KEY ("phone", "sender")
);

-- CreateTable
CREATE TABLE "InboundText" (
    "sid" TEXT NOT NULL PRIMARY KEY,
    "phone" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "terminalId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("terminalId", "key")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("kind", "subject", "key")
);

-- CreateTable
CREATE TABLE "Call" (
    "sid" TEXT NOT NULL PRIMARY KEY,
    "caller" TEXT NOT NULL,
    "called" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "memberId" TEXT,
    "step" TEXT NOT NULL,
    "sealed" TEXT,
    "resumableUntil" DATETIME,
    "resumedBy" TEXT,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME
);

-- CreateTable
CREATE TABLE "CallTurn" (
    "callSid" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("callSid", "turn", "step"),
    CONSTRAINT "CallTurn_callSid_fkey" FOREIGN KEY ("callSid") REFERENCES "Call" ("sid") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Member_number_key" ON "Member"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Member_phone_key" ON "Member"("phone");

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Shop_code_key" ON "Shop"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Terminal_keyHash_key" ON "Terminal"("keyHash");

-- CreateIndex
CREATE UNIQUE INDEX "Hold_key_key" ON "Hold"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Hold_gatewayId_key" ON "Hold"("gatewayId");

-- CreateIndex
CREATE INDEX "Hold_nextTryAt_idx" ON "Hold"("nextTryAt");

-- CreateIndex
CREATE INDEX "Hold_state_expiresAt_idx" ON "Hold"("state", "expiresAt");

-- CreateIndex
CREATE INDEX "Hold_memberId_createdAt_idx" ON "Hold"("memberId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Purchase_holdId_key" ON "Purchase"("holdId");

-- CreateIndex
CREATE INDEX "Purchase_memberId_createdAt_idx" ON "Purchase"("memberId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_number_key" ON "Certificate"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_purchaseId_key" ON "Certificate"("purchaseId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_tokenHash_key" ON "Certificate"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_pageHash_key" ON "Certificate"("pageHash");

-- CreateIndex
CREATE INDEX "Certificate_holderPhone_shopId_state_idx" ON "Certificate"("holderPhone", "shopId", "state");

-- CreateIndex
CREATE INDEX "Certificate_state_expiresAt_idx" ON "Certificate"("state", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Gift_certificateId_key" ON "Gift"("certificateId");

-- CreateIndex
CREATE UNIQUE INDEX "Gift_tokenHash_key" ON "Gift"("tokenHash");

-- CreateIndex
CREATE INDEX "Gift_state_lapsesAt_idx" ON "Gift"("state", "lapsesAt");

-- CreateIndex
CREATE UNIQUE INDEX "Gift_recipientPhone_number_key" ON "Gift"("recipientPhone", "number");

-- CreateIndex
CREATE INDEX "Redemption_certificateId_idx" ON "Redemption"("certificateId");

-- CreateIndex
CREATE INDEX "Redemption_shopId_at_idx" ON "Redemption"("shopId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_holdId_key" ON "Refund"("holdId");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_gatewayId_key" ON "Refund"("gatewayId");

-- CreateIndex
CREATE INDEX "Refund_nextTryAt_idx" ON "Refund"("nextTryAt");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_key_key" ON "LedgerEntry"("key");

-- CreateIndex
CREATE INDEX "Posting_account_subject_idx" ON "Posting"("account", "subject");

-- CreateIndex
CREATE INDEX "ShopRecord_shopId_at_id_idx" ON "ShopRecord"("shopId", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_key_key" ON "OutboxMessage"("key");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_providerId_key" ON "OutboxMessage"("providerId");

-- CreateIndex
CREATE INDEX "OutboxMessage_state_dueAt_idx" ON "OutboxMessage"("state", "dueAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_recipient_idx" ON "OutboxMessage"("recipient");

-- CreateIndex
CREATE INDEX "InboundText_phone_at_idx" ON "InboundText"("phone", "at");

-- CreateIndex
CREATE INDEX "Attempt_kind_subject_at_idx" ON "Attempt"("kind", "subject", "at");

-- CreateIndex
CREATE INDEX "Call_caller_resumableUntil_idx" ON "Call"("caller", "resumableUntil");

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
CREATE TRIGGER "Shop_trade_insert_check" BEFORE INSERT ON "Shop" WHEN NOT (NEW."trade" IN ('retail', 'restaurant', 'car-rental', 'lodging', 'sights'))
BEGIN SELECT RAISE(ABORT, 'Shop_trade_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_trade_update_check";
CREATE TRIGGER "Shop_trade_update_check" BEFORE UPDATE ON "Shop" WHEN NOT (NEW."trade" IN ('retail', 'restaurant', 'car-rental', 'lodging', 'sights'))
BEGIN SELECT RAISE(ABORT, 'Shop_trade_check failed'); END;
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
CREATE TRIGGER "Posting_account_insert_check" BEFORE INSERT ON "Posting" WHEN NOT (NEW."account" IN ('cash', 'certificate', 'shop', 'refund', 'expired'))
BEGIN SELECT RAISE(ABORT, 'Posting_account_check failed'); END;
DROP TRIGGER IF EXISTS "Posting_account_update_check";
CREATE TRIGGER "Posting_account_update_check" BEFORE UPDATE ON "Posting" WHEN NOT (NEW."account" IN ('cash', 'certificate', 'shop', 'refund', 'expired'))
BEGIN SELECT RAISE(ABORT, 'Posting_account_check failed'); END;
DROP TRIGGER IF EXISTS "ShopRecord_amounts_insert_check";
CREATE TRIGGER "ShopRecord_amounts_insert_check" BEFORE INSERT ON "ShopRecord" WHEN NOT (NEW."amount" >= 0 AND NEW."balance" >= 0)
BEGIN SELECT RAISE(ABORT, 'ShopRecord_amounts_check failed'); END;
DROP TRIGGER IF EXISTS "ShopRecord_amounts_update_check";
CREATE TRIGGER "ShopRecord_amounts_update_check" BEFORE UPDATE ON "ShopRecord" WHEN NOT (NEW."amount" >= 0 AND NEW."balance" >= 0)
BEGIN SELECT RAISE(ABORT, 'ShopRecord_amounts_check failed'); END;
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
