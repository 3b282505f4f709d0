-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "declinedName" TEXT,
ADD COLUMN     "declinedNameEn" TEXT,
ADD COLUMN     "nameDeclinedFor" TEXT;

-- AlterTable
ALTER TABLE "Terminal" ADD COLUMN     "signedInAt" TIMESTAMP(3);

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
ALTER TABLE "Shop" DROP CONSTRAINT IF EXISTS "Shop_declined_name_check";
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_declined_name_check" CHECK (("declinedName" IS NULL) = ("declinedNameEn" IS NULL));
ALTER TABLE "Shop" DROP CONSTRAINT IF EXISTS "Shop_asked_name_check";
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_asked_name_check" CHECK (("askedName" IS NULL) = ("askedNameEn" IS NULL));
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
