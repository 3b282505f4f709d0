import { accountBySession, chooseAccountLanguage, signOutAccount } from './accounts/account-by-session.ts';
import { askPasswordLink } from './accounts/ask-password-link.ts';
import { accountOfCustomer, chatLink, linkChat, seeChatLink } from './accounts/chat-link.ts';
import { registerOwner } from './accounts/register-owner.ts';
import { renewPassword, showPasswordLink } from './accounts/renew-password.ts';
import { signInAccount } from './accounts/sign-in-account.ts';
import { CallLog } from './calls/call-log.ts';
import { endCall, takeUpCall } from './calls/end-call.ts';
import { startCall } from './calls/start-call.ts';
import { changeDraft, discardDraft, draftCampaign, handOver, takeBack } from './campaigns/draft-campaign.ts';
import { changeStock, endCampaign } from './campaigns/end-campaign.ts';
import { progressOf } from './campaigns/progress-of.ts';
import { publishCampaign } from './campaigns/publish-campaign.ts';
import { remakeCampaign } from './campaigns/remake-campaign.ts';
import { runPublications } from './campaigns/run-publications.ts';
import { sendTestCard } from './campaigns/send-test-card.ts';
import { campaignsOf, handedOver, showCampaign, wasTakenBack } from './campaigns/show-campaigns.ts';
import { statisticsOf } from './campaigns/statistics-of.ts';
import { stopPublication } from './campaigns/stop-publication.ts';
import { testCard } from './campaigns/test-card.ts';
import { testCardSent } from './campaigns/test-card-sent.ts';
import { certificateOf, certificatesOf } from './certificates/certificates-of.ts';
import { expireCertificates } from './certificates/expire-certificates.ts';
import { returnCertificate } from './certificates/return-certificate.ts';
import { cardFacts, showCertificate } from './certificates/show-certificate.ts';
import { pruneUpdates, unfinishedUpdates } from './chat-updates/unfinished-updates.ts';
import { UpdateLog } from './chat-updates/update-log.ts';
import { askForCoupon } from './coupons/ask-for-coupon.ts';
import { askingWithoutPin, demandByDay, demandOf } from './coupons/demand.ts';
import { expireVouchers, remindHolders } from './coupons/expire-vouchers.ts';
import { fetchCoupon } from './coupons/fetch-coupon.ts';
import { historyOf } from './coupons/history-of.ts';
import { lapseRequests } from './coupons/lapse-requests.ts';
import { listOffers, showOffer } from './coupons/list-offers.ts';
import { requestsOf } from './coupons/requests-of.ts';
import { showUntracked, showVoucher, voucherCard, voucherOf, vouchersOf } from './coupons/show-vouchers.ts';
import { withdrawRequest } from './coupons/withdraw-request.ts';
import { customerOperations } from './customers/open-customers.ts';
import { addFeeRule, checkFeeRule, feeRules, withdrawFeeRule } from './fees/fee-rules.ts';
import { acceptGift } from './gifts/accept-gift.ts';
import { answerText } from './gifts/answer-text.ts';
import { giftsFor, giftTokenFor } from './gifts/gifts-for.ts';
import { isFirstSinceOffer } from './gifts/is-first-since-offer.ts';
import { lapseGifts } from './gifts/lapse-gifts.ts';
import { refuseGift } from './gifts/refuse-gift.ts';
import { greetingOf, showGift } from './gifts/show-gift.ts';
import { rememberLanguage } from './members/remember-language.ts';
import { signIn } from './members/sign-in.ts';
import { resumeMail, showMailChoice, stopMail } from './messages/stop-mail.ts';
import type { Operations } from './operations.ts';
import { chasePayments } from './payments/chase-payments.ts';
import { hearOfPayment } from './payments/hear-of-payment.ts';
import { UnderWay } from './payments/under-way.ts';
import type { Deps } from './ports.ts';
import { boughtBy } from './purchases/bought-by.ts';
import { confirmPurchase } from './purchases/confirm-purchase.ts';
import { holdPayment } from './purchases/hold-payment.ts';
import { lastPurchase } from './purchases/last-purchase.ts';
import { nameRecipient } from './purchases/name-recipient.ts';
import { purchaseState } from './purchases/purchase-state.ts';
import { releaseHold } from './purchases/release-hold.ts';
import { answerWish, openWishes } from './shops/answer-wish.ts';
import { approveShop, declineShop, listedShops, shopsToApprove } from './shops/approve-shop.ts';
import { approveName, declineName, namesToApprove } from './shops/asked-names.ts';
import { listTrades, searchShops, shopsOfTrade, showShop } from './shops/browse-shops.ts';
import { addShop, changeShop } from './shops/change-shop.ts';
import { findShop, listShops, shopById } from './shops/find-shop.ts';
import { ownShops } from './shops/own-shops.ts';
import { shopOfCampaign } from './shops/shop-of-campaign.ts';
import { wishForShop } from './shops/wish-for-shop.ts';
import { addTerminal, disableTerminal } from './terminals/add-terminal.ts';
import { terminalsOf } from './terminals/terminals-of.ts';
import { holdingsOf } from './tills/holdings-of.ts';
import { redeemCode } from './tills/redeem-code.ts';
import { rollBackRedemption } from './tills/roll-back-redemption.ts';
import { shopRegister } from './tills/shop-register.ts';
import { showTerminal } from './tills/show-terminal.ts';
import { terminalByKey } from './tills/terminal-by-key.ts';
import { validateCode } from './tills/validate-code.ts';

export interface OpenOperations {
  operations: Operations;
  /** Waits for the payments under way and writes the log: to be called before the store is closed. */
  close(): Promise<void>;
}

export function openOperations(deps: Deps): OpenOperations {
  const underWay = new UnderWay();
  const callLog = new CallLog(deps);
  const updateLog = new UpdateLog(deps);
  const operations: Operations = {
    signIn: signIn(deps),
    rememberLanguage: rememberLanguage(deps),
    findShop: findShop(deps),
    shopById: shopById(deps),
    listShops: listShops(deps),
    holdPayment: holdPayment(deps, underWay),
    releaseHold: releaseHold(deps, underWay),
    nameRecipient: nameRecipient(deps),
    confirmPurchase: confirmPurchase(deps, underWay),
    lastPurchase: lastPurchase(deps),
    purchaseState: purchaseState(deps),
    boughtBy: boughtBy(deps),
    hearOfPayment: hearOfPayment(deps),
    startCall: startCall(deps, callLog, deps.now()),
    logTurn: (turn) => callLog.add(turn),
    takeUpCall: takeUpCall(deps),
    endCall: endCall(deps, callLog),
    answerText: answerText(deps),
    giftsFor: giftsFor(deps),
    giftTokenFor: giftTokenFor(deps),
    isFirstSinceOffer: isFirstSinceOffer(deps),
    showGift: showGift(deps),
    acceptGift: acceptGift(deps),
    refuseGift: refuseGift(deps),
    greetingOf: greetingOf(deps),
    showCertificate: showCertificate(deps),
    returnCertificate: returnCertificate(deps),
    certificatesOf: certificatesOf(deps),
    certificateOf: certificateOf(deps),
    cardFacts: cardFacts(deps),
    ...customerOperations(deps),
    keepUpdate: (update) => updateLog.keepUpdate(update),
    rememberTalk: (userId, talk) => updateLog.rememberTalk(userId, talk),
    finishUpdate: (id) => updateLog.finishUpdate(id),
    unfinishedUpdates: unfinishedUpdates(deps),
    pruneUpdates: pruneUpdates(deps),
    terminalByKey: terminalByKey(deps),
    terminalsOf: terminalsOf(deps),
    addTerminal: addTerminal(deps),
    disableTerminal: disableTerminal(deps),
    showTerminal: showTerminal(deps),
    validateCode: validateCode(deps),
    redeemCode: redeemCode(deps),
    holdingsOf: holdingsOf(deps),
    rollBackRedemption: rollBackRedemption(deps),
    shopRegister: shopRegister(deps),
    showMailChoice: showMailChoice(deps),
    stopMail: stopMail(deps),
    resumeMail: resumeMail(deps),
    signInAccount: signInAccount(deps),
    accountBySession: accountBySession(deps),
    signOutAccount: signOutAccount(deps),
    registerOwner: registerOwner(deps),
    askPasswordLink: askPasswordLink(deps),
    showPasswordLink: showPasswordLink(deps),
    renewPassword: renewPassword(deps),
    chooseAccountLanguage: chooseAccountLanguage(deps),
    ownShops: ownShops(deps),
    shopOfCampaign: shopOfCampaign(deps),
    addShop: addShop(deps),
    changeShop: changeShop(deps),
    chatLink: chatLink(deps),
    seeChatLink: seeChatLink(deps),
    linkChat: linkChat(deps),
    accountOfCustomer: accountOfCustomer(deps),
    listedShops: listedShops(deps),
    shopsToApprove: shopsToApprove(deps),
    approveShop: approveShop(deps),
    declineShop: declineShop(deps),
    namesToApprove: namesToApprove(deps),
    approveName: approveName(deps),
    declineName: declineName(deps),
    openWishes: openWishes(deps),
    answerWish: answerWish(deps),
    feeRules: feeRules(deps),
    addFeeRule: addFeeRule(deps),
    checkFeeRule: checkFeeRule(deps),
    withdrawFeeRule: withdrawFeeRule(deps),
    lapseGifts: lapseGifts(deps),
    expireCertificates: expireCertificates(deps),
    chasePayments: chasePayments(deps, underWay),
    changeDraft: changeDraft(deps),
    discardDraft: discardDraft(deps),
    draftCampaign: draftCampaign(deps),
    handOver: handOver(deps),
    takeBack: takeBack(deps),
    testCardSent: testCardSent(deps),
    changeStock: changeStock(deps),
    endCampaign: endCampaign(deps),
    remakeCampaign: remakeCampaign(deps),
    progressOf: progressOf(deps),
    publishCampaign: publishCampaign(deps),
    runPublications: runPublications(deps),
    sendTestCard: sendTestCard(deps),
    testCard: testCard(deps),
    campaignsOf: campaignsOf(deps),
    handedOver: handedOver(deps),
    showCampaign: showCampaign(deps),
    wasTakenBack: wasTakenBack(deps),
    statisticsOf: statisticsOf(deps),
    stopPublication: stopPublication(deps),
    askForCoupon: askForCoupon(deps),
    demandByDay: demandByDay(deps),
    demandOf: demandOf(deps),
    askingWithoutPin: askingWithoutPin(deps),
    expireVouchers: expireVouchers(deps),
    remindHolders: remindHolders(deps),
    fetchCoupon: fetchCoupon(deps),
    historyOf: historyOf(deps),
    lapseRequests: lapseRequests(deps),
    listOffers: listOffers(deps),
    showOffer: showOffer(deps),
    requestsOf: requestsOf(deps),
    showUntracked: showUntracked(deps),
    showVoucher: showVoucher(deps),
    voucherCard: voucherCard(deps),
    voucherOf: voucherOf(deps),
    vouchersOf: vouchersOf(deps),
    withdrawRequest: withdrawRequest(deps),
    listTrades: listTrades(deps),
    searchShops: searchShops(deps),
    shopsOfTrade: shopsOfTrade(deps),
    showShop: showShop(deps),
    wishForShop: wishForShop(deps),
    flushTurns: () => callLog.flush(),
  };
  return {
    operations,
    close: async () => {
      await underWay.idle();
      await callLog.flush();
      await updateLog.idle();
    },
  };
}
