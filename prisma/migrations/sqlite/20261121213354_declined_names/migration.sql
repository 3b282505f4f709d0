-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "declinedName" TEXT;
ALTER TABLE "Shop" ADD COLUMN "declinedNameEn" TEXT;
ALTER TABLE "Shop" ADD COLUMN "nameDeclinedFor" TEXT;

-- AlterTable
ALTER TABLE "Terminal" ADD COLUMN "signedInAt" DATETIME;

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
DROP TRIGGER IF EXISTS "Shop_declined_name_insert_check";
CREATE TRIGGER "Shop_declined_name_insert_check" BEFORE INSERT ON "Shop" WHEN NOT ((NEW."declinedName" IS NULL) = (NEW."declinedNameEn" IS NULL))
BEGIN SELECT RAISE(ABORT, 'Shop_declined_name_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_declined_name_update_check";
CREATE TRIGGER "Shop_declined_name_update_check" BEFORE UPDATE ON "Shop" WHEN NOT ((NEW."declinedName" IS NULL) = (NEW."declinedNameEn" IS NULL))
BEGIN SELECT RAISE(ABORT, 'Shop_declined_name_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_asked_name_insert_check";
CREATE TRIGGER "Shop_asked_name_insert_check" BEFORE INSERT ON "Shop" WHEN NOT ((NEW."askedName" IS NULL) = (NEW."askedNameEn" IS NULL))
BEGIN SELECT RAISE(ABORT, 'Shop_asked_name_check failed'); END;
DROP TRIGGER IF EXISTS "Shop_asked_name_update_check";
CREATE TRIGGER "Shop_asked_name_update_check" BEFORE UPDATE ON "Shop" WHEN NOT ((NEW."askedName" IS NULL) = (NEW."askedNameEn" IS NULL))
BEGIN SELECT RAISE(ABORT, 'Shop_asked_name_check failed'); END;
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
