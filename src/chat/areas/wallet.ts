import type { CertificateInHand } from '../../operations/certificates/certificate-operations.ts';
import type { VoucherView } from '../../operations/coupons/coupon-operations.ts';
import { html, lines } from '../html.ts';
import { type Answer, button, inRows, type Screen, show } from '../screen.ts';
import { longId } from '../short-id.ts';
import type { Area, CustomerTurn, Turn } from '../turn.ts';
import { homeRow } from './home.ts';
import { signedUp } from './signing-up.ts';
import { groups, voucherScreen } from './voucher-screen.ts';

const mostButtons = 20;
const mostLines = 30;
const usesShown = 8;

export const wallet: Area = {
  presses: {
    wallet: (turn) => signedUp(turn, 'wallet', async (known) => show(await walletScreen(known, 'usable'))),
    'wallet-past': (turn) => signedUp(turn, 'wallet', async (known) => show(await walletScreen(known, 'past'))),
    voucher: (turn, carried) =>
      signedUp(turn, `voucher:${carried}`, async (known) => {
        const id = longId(carried);
        const voucher = id && (await known.operations.voucherOf(known.customer.id, id));
        return voucher ? show(voucherScreen(known, voucher)) : gone(known);
      }),
    certificate: (turn, carried) =>
      signedUp(turn, `certificate:${carried}`, async (known) => {
        const id = longId(carried);
        const certificate = id && (await known.operations.certificateOf(known.customer.phone, id));
        return certificate ? show(certificateScreen(known, certificate)) : gone(known);
      }),
  },
};

const gone = (turn: Turn): Answer =>
  show({
    text: turn.words.wallet.gone,
    buttons: [[button(turn.words.conversation.labels.wallet, 'wallet'), ...homeRow(turn)]],
  });

async function walletScreen(turn: CustomerTurn, which: 'usable' | 'past'): Promise<Screen> {
  const { operations, customer, words, pen } = turn;
  const wanted = ({ state }: { state: string }) => (state === 'active') === (which === 'usable');
  const certificates = (await operations.certificatesOf(customer.phone)).filter(wanted);
  const vouchers = (await operations.vouchersOf(customer.id)).filter(wanted);
  const waiting = which === 'usable' ? (await operations.giftsFor(customer.phone)).length : 0;
  const { wallet, conversation, gifts } = words;
  const found = certificates.length + vouchers.length > 0;
  const nothing = which === 'usable' ? wallet.empty : wallet.emptyPast;
  const buttons = [
    ...(waiting > 0 ? [button(conversation.labels.gifts, 'gifts')] : []),
    ...certificates.map((one) =>
      button(wallet.certificateButton(pen.shop(one.shop), pen.amount(one.balance)), 'certificate', one.id),
    ),
    ...vouchers.flatMap(({ voucherId, shop, offer, currency }) =>
      voucherId === null ? [] : button(`🎟 ${pen.shop(shop)} ${pen.offer(offer, currency)}`, 'voucher', voucherId),
    ),
  ];
  const rest =
    which === 'usable' ? [button(wallet.pastButton, 'wallet-past')] : [button(conversation.labels.wallet, 'wallet')];
  return {
    text: lines(
      which === 'usable' ? wallet.title : wallet.past,
      waiting > 0 && gifts.waiting(waiting),
      !found && nothing,
      certificates.length > 0 && wallet.certificates,
      ...certificates.slice(0, mostLines).map((one) => certificateLine(turn, one)),
      vouchers.length > 0 && wallet.coupons,
      ...vouchers.slice(0, mostLines).map((one) => voucherLine(turn, one)),
    ),
    buttons: [...inRows(buttons.slice(0, mostButtons), 1), [...rest, ...homeRow(turn)]],
  };
}

function certificateLine({ words, pen }: Turn, { shop, state, balance, issued, expiresAt }: CertificateInHand) {
  const { wallet } = words;
  const active = state === 'active';
  const when = active ? wallet.until(pen.lastDay(expiresAt)) : wallet.certificateStates[state];
  return wallet.certificateLine(pen.shop(shop), pen.amount(active ? balance : issued), when);
}

function voucherLine({ words, pen, now }: Turn, voucher: VoucherView) {
  const { wallet } = words;
  const { shop, offer, currency, state, validFrom, expiresAt } = voucher;
  const until = pen.lastDay(expiresAt);
  const good = validFrom > now ? wallet.between(pen.day(validFrom), until) : wallet.until(until);
  const when = state === 'active' ? good : wallet.couponStates[state];
  return wallet.couponLine(pen.shop(shop), pen.offer(offer, currency), when);
}

/** GC-11 and GC-15, for the holder. */
function certificateScreen(turn: Turn, certificate: CertificateInHand): Screen {
  const { words, pen, pictures, language, publicUrl } = turn;
  const { wallet } = words;
  const { shop, state, issued, balance, expiresAt, number, buyerName, hasGreeting, uses } = certificate;
  const usable = state === 'active';
  const shopName = pen.shop(shop);
  return {
    text: lines(
      // The picture shows what it was issued for: what is left of it comes first.
      balance.minor < issued.minor && usable && html`<b>${wallet.leftOf(pen.amount(balance))}</b>`,
      wallet.certificate(shopName, pen.amount(issued)),
      wallet.balance(pen.amount(balance)),
      html`⏳ ${wallet.until(pen.lastDay(expiresAt))} — ${wallet.certificateStates[state]}`,
      wallet.number(groups(number)),
      wallet.from(pen.name(buyerName)),
      hasGreeting && wallet.greeting,
      ...uses
        .slice(0, usesShown)
        .map(
          ({ at, amount, rolledBackAt }) =>
            html`${wallet.used(pen.moment(at), shopName, `−${pen.amount(amount)}`)} ${rolledBackAt === null ? '' : wallet.rolledBack}`,
        ),
      usable && wallet.showItWithPin,
    ),
    ...(usable && { photo: () => pictures.certificateCard(certificate, language) }),
    buttons: [
      [{ text: wallet.pageButton, url: `${publicUrl}/w/${certificate.pageToken}` }],
      [button(words.conversation.labels.wallet, 'wallet'), ...homeRow(turn)],
    ],
  };
}
