import type { AccountOperations } from './accounts/account-operations.ts';
import type { CallOperations } from './calls/call-operations.ts';
import type { CampaignOperations } from './campaigns/campaign-operations.ts';
import type { CertificateOperations } from './certificates/certificate-operations.ts';
import type { ChatUpdateOperations } from './chat-updates/chat-update-operations.ts';
import type { CouponOperations } from './coupons/coupon-operations.ts';
import type { CustomerOperations } from './customers/customer-operations.ts';
import type { FeeOperations } from './fees/fee-operations.ts';
import type { GiftOperations } from './gifts/gift-operations.ts';
import type { MemberOperations } from './members/member-operations.ts';
import type { MailOperations } from './messages/mail-operations.ts';
import type { PaymentOperations } from './payments/payment-operations.ts';
import type { PurchaseOperations } from './purchases/purchase-operations.ts';
import type { ApprovalOperations } from './shops/approval-operations.ts';
import type { BrowseOperations } from './shops/browse-operations.ts';
import type { KeepingOperations } from './shops/keeping-operations.ts';
import type { ShopOperations } from './shops/shop-operations.ts';
import type { TerminalOperations } from './terminals/terminal-operations.ts';
import type { TillOperations } from './tills/till-operations.ts';

/** All that can be done with Giftline, by channel and by clock. One file each, in the folders beside this one. */
export interface Operations
  extends MemberOperations,
    ShopOperations,
    BrowseOperations,
    CouponOperations,
    CampaignOperations,
    PurchaseOperations,
    PaymentOperations,
    CallOperations,
    GiftOperations,
    CertificateOperations,
    TillOperations,
    TerminalOperations,
    MailOperations,
    CustomerOperations,
    ChatUpdateOperations,
    AccountOperations,
    ApprovalOperations,
    KeepingOperations,
    FeeOperations,
    DueWork {}

/** What the clock asks for. Each does a bounded amount of what is due and says how much it did. */
export interface DueWork {
  lapseGifts(): Promise<number>;
  expireCertificates(): Promise<number>;
  chasePayments(): Promise<number>;
  /** Writes the turns that are still in memory. */
  flushTurns(): Promise<number>;
}
