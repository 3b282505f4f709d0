-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "closedAt" DATETIME;

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
