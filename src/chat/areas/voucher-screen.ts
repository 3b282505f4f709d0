import type { VoucherView } from '../../operations/coupons/coupon-operations.ts';
import { makePinLabel } from '../../wording/written/pin-button.ts';
import { html, lines } from '../html.ts';
import { button, type Screen } from '../screen.ts';
import type { Turn } from '../turn.ts';
import { homeRow } from './home.ts';
import { offerLines } from './offer-lines.ts';

const usesShown = 5;

/** Twelve digits in groups of four, as they are read aloud. */
export const groups = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ');

/** EC-05: a coupon to be shown at a till. */
export function voucherScreen(turn: Turn, voucher: VoucherView): Screen {
  const { words, pen, pictures, language, publicUrl, now } = turn;
  const { wallet } = words;
  const usable = voucher.state === 'active';
  const lacksPin = usable && voucher.pinAsked === 'no-pin-yet';
  const begun = voucher.validFrom <= now;
  const text = lines(
    offerLines(turn, voucher, now),
    html`⏳ ${wallet.until(pen.lastDay(voucher.expiresAt))}${usable && !begun ? '' : ` — ${wallet.couponStates[voucher.state]}`}`,
    voucher.serial !== null && wallet.serial(groups(voucher.serial)),
    usable && voucher.pinAsked !== 'never' && wallet.pinAsked,
    lacksPin && wallet.noPinYet,
    ...voucher.uses
      .slice(0, usesShown)
      .map(({ at, shop, off, rolledBackAt }) =>
        lines(
          html`${wallet.used(pen.moment(at), pen.shop(shop), off.minor === 0n ? '' : `−${pen.amount(off)}`)} ${
            rolledBackAt === null ? '' : wallet.rolledBack
          }`,
        ),
      ),
    usable && begun && wallet.showIt,
  );
  return {
    text,
    ...(usable && { photo: () => pictures.voucherCard(voucher, language) }),
    buttons: [
      ...(lacksPin ? [[button(makePinLabel[language], 'make-pin', voucher.voucherId)]] : []),
      [{ text: wallet.pageButton, url: `${publicUrl}/w/${voucher.pageToken}` }],
      [button(words.conversation.labels.wallet, 'wallet'), ...homeRow(turn)],
    ],
  };
}
