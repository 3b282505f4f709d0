import type { AccountOperations } from '../operations/accounts/account-operations.ts';
import type { CertificateInHand, CertificateOperations } from '../operations/certificates/certificate-operations.ts';
import type { ChatUpdateOperations } from '../operations/chat-updates/chat-update-operations.ts';
import type { CouponOperations, HistoryView, VoucherView } from '../operations/coupons/coupon-operations.ts';
import type { CustomerOperations } from '../operations/customers/customer-operations.ts';
import type { GiftOperations } from '../operations/gifts/gift-operations.ts';
import type { MemberOperations } from '../operations/members/member-operations.ts';
import type { PurchaseOperations } from '../operations/purchases/purchase-operations.ts';
import type { BrowseOperations } from '../operations/shops/browse-operations.ts';
import type { KeepingOperations } from '../operations/shops/keeping-operations.ts';
import type { ShopOperations } from '../operations/shops/shop-operations.ts';
import type { WrittenLanguage } from '../wording/written/language.ts';

/** What the bot asks of Giftline. */
export type ChatDuties = CustomerOperations &
  ChatUpdateOperations &
  BrowseOperations &
  ShopOperations &
  Pick<MemberOperations, 'signIn'> &
  Pick<
    CouponOperations,
    | 'askForCoupon'
    | 'withdrawRequest'
    | 'requestsOf'
    | 'demandOf'
    | 'listOffers'
    | 'showOffer'
    | 'fetchCoupon'
    | 'showUntracked'
    | 'vouchersOf'
    | 'voucherOf'
    | 'historyOf'
  > &
  Pick<CertificateOperations, 'certificatesOf' | 'certificateOf'> &
  Pick<GiftOperations, 'giftsFor' | 'giftTokenFor' | 'isFirstSinceOffer' | 'showGift' | 'acceptGift' | 'refuseGift'> &
  Pick<
    PurchaseOperations,
    'holdPayment' | 'releaseHold' | 'nameRecipient' | 'confirmPurchase' | 'purchaseState' | 'boughtBy'
  > &
  Pick<AccountOperations, 'seeChatLink' | 'linkChat' | 'accountOfCustomer'> &
  Pick<KeepingOperations, 'ownShops'>;

/** Pictures are drawn elsewhere. Null: there is none, and words must do. */
export interface ChatPictures {
  voucherCard(voucher: VoucherView, language: WrittenLanguage): Promise<Buffer | null>;
  certificateCard(certificate: CertificateInHand, language: WrittenLanguage): Promise<Buffer | null>;
  plotOf(history: HistoryView, language: WrittenLanguage): Promise<Buffer | null>;
}
