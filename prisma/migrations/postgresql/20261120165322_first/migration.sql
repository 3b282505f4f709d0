-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "shopId" TEXT,
    "memberId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shop" (
    "id" TEXT NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShopMember" (
    "shopId" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "ShopMember_pkey" PRIMARY KEY ("shopId","phone")
);

-- CreateTable
CREATE TABLE "Terminal" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "disabledAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Terminal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Hold" (
    "id" TEXT NOT NULL,
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
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "nextTryAt" TIMESTAMP(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "Hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Purchase" (
    "id" TEXT NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Purchase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL,
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
    "expiresAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "activatedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Gift" (
    "id" TEXT NOT NULL,
    "certificateId" TEXT NOT NULL,
    "recipientPhone" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "lapsesAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "Gift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Redemption" (
    "id" TEXT NOT NULL,
    "certificateId" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "terminalId" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "balanceAfter" BIGINT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "rolledBackAt" TIMESTAMP(3),

    CONSTRAINT "Redemption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Refund" (
    "id" TEXT NOT NULL,
    "holdId" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "gatewayId" TEXT,
    "nextTryAt" TIMESTAMP(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Posting" (
    "entryId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "Posting_pkey" PRIMARY KEY ("entryId","line")
);

-- CreateTable
CREATE TABLE "ShopRecord" (
    "id" TEXT NOT NULL,
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
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ShopRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "claimedUntil" TIMESTAMP(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "firstTriedAt" TIMESTAMP(3),
    "providerId" TEXT,
    "body" TEXT,
    "reason" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OptOut" (
    "phone" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OptOut_pkey" PRIMARY KEY ("phone","sender")
);

-- CreateTable
CREATE TABLE "InboundText" (
    "sid" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "InboundText_pkey" PRIMARY KEY ("sid")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "terminalId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("terminalId","key")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("kind","subject","key")
);

-- CreateTable
CREATE TABLE "Call" (
    "sid" TEXT NOT NULL,
    "caller" TEXT NOT NULL,
    "called" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "memberId" TEXT,
    "step" TEXT NOT NULL,
    "sealed" TEXT,
    "resumableUntil" TIMESTAMP(3),
    "resumedBy" TEXT,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Call_pkey" PRIMARY KEY ("sid")
);

-- CreateTable
CREATE TABLE "CallTurn" (
    "callSid" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CallTurn_pkey" PRIMARY KEY ("callSid","turn","step")
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

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShopMember" ADD CONSTRAINT "ShopMember_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Terminal" ADD CONSTRAINT "Terminal_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_holdId_fkey" FOREIGN KEY ("holdId") REFERENCES "Hold"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Gift" ADD CONSTRAINT "Gift_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redemption" ADD CONSTRAINT "Redemption_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redemption" ADD CONSTRAINT "Redemption_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redemption" ADD CONSTRAINT "Redemption_terminalId_fkey" FOREIGN KEY ("terminalId") REFERENCES "Terminal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_holdId_fkey" FOREIGN KEY ("holdId") REFERENCES "Hold"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShopRecord" ADD CONSTRAINT "ShopRecord_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallTurn" ADD CONSTRAINT "CallTurn_callSid_fkey" FOREIGN KEY ("callSid") REFERENCES "Call"("sid") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Guards, from scripts/migration-guards.mjs
ALTER TABLE "Account" DROP CONSTRAINT IF EXISTS "Account_role_check";
ALTER TABLE "Account" ADD CONSTRAINT "Account_role_check" CHECK ("role" IN ('operator', 'shop-owner'));
ALTER TABLE "Shop" DROP CONSTRAINT IF EXISTS "Shop_amounts_check";
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_amounts_check" CHECK ("leastAmount" > 0 AND "mostAmount" >= "leastAmount");
ALTER TABLE "Shop" DROP CONSTRAINT IF EXISTS "Shop_valid_days_check";
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_valid_days_check" CHECK ("validDays" > 0);
ALTER TABLE "Shop" DROP CONSTRAINT IF EXISTS "Shop_trade_check";
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_trade_check" CHECK ("trade" IN ('retail', 'restaurant', 'car-rental', 'lodging', 'sights'));
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
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_account_check" CHECK ("account" IN ('cash', 'certificate', 'shop', 'refund', 'expired'));
ALTER TABLE "ShopRecord" DROP CONSTRAINT IF EXISTS "ShopRecord_amounts_check";
ALTER TABLE "ShopRecord" ADD CONSTRAINT "ShopRecord_amounts_check" CHECK ("amount" >= 0 AND "balance" >= 0);
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
