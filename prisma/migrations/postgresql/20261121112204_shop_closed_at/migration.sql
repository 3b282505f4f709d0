-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "closedAt" TIMESTAMP(3);

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
