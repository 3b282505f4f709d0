import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../src/core/certificates/certificate.ts';
import { redeem } from '../../src/core/certificates/redeem.ts';
import { rollBack } from '../../src/core/certificates/roll-back.ts';
import { type Answer, decideAnswer } from '../../src/core/gifts/answer.ts';
import { firstGiftNumber, type Gift, isOpen } from '../../src/core/gifts/gift.ts';
import * as ledger from '../../src/core/ledger/entry.ts';
import { money } from '../../src/core/money.ts';
import { maskedPhone, nationalGroups, parseMobile } from '../../src/core/phone.ts';
import { maskedName, partialName } from '../../src/core/recipients/partial-name.ts';

const at = new Date('2026-11-20T03:00:00.000Z');
const currency = fc.constantFrom('KRW' as const, 'JPY' as const, 'USD' as const);
const anAmount = fc.bigInt({ min: 1n, max: 10n ** 12n });
const id = fc.uuid();

describe('the ledger', () => {
  test('every entry moves one amount from one account to another, and sums to zero', () => {
    fc.assert(
      fc.property(id, id, id, anAmount, currency, (one, two, three, minor, inCurrency) => {
        const amount = money(minor, inCurrency);
        const booked = [
          ledger.captureEntry(one, two, amount),
          ledger.refundOwedEntry(one, two, amount),
          ledger.redemptionEntry(one, two, three, amount),
          ledger.rollbackEntry(one, two, three, amount),
          ledger.refundPaidEntry(one, amount),
          ledger.orphanCaptureEntry(one, amount),
          ledger.expiryEntry(one, amount),
        ];
        for (const { postings, currency: booking } of booked) {
          expect(postings.reduce((sum, posting) => sum + posting.amount, 0n)).toBe(0n);
          expect(postings.map((posting) => posting.amount).sort()).toEqual([-minor, minor].sort());
          expect(booking).toBe(inCurrency);
        }
        expect(new Set(booked.map(({ key }) => key)).size).toBe(booked.length);
      }),
    );
  });

  test('nothing, or less than nothing, cannot be booked', () => {
    fc.assert(
      fc.property(id, fc.bigInt({ min: -(10n ** 12n), max: 0n }), (one, minor) => {
        expect(() => ledger.expiryEntry(one, money(minor, 'KRW'))).toThrow();
        expect(() => ledger.captureEntry(one, one, money(minor, 'KRW'))).toThrow();
      }),
    );
  });
});

describe('a certificate', () => {
  const deed = fc.oneof(
    fc.record({ kind: fc.constant('redeem' as const), amount: fc.bigInt({ min: -100n, max: 70_000n }) }),
    fc.record({ kind: fc.constant('roll-back' as const), which: fc.nat(20) }),
  );

  test('keeps a balance of 0 to what it was issued for, whatever is redeemed and rolled back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 50_000n }), fc.array(deed, { maxLength: 60 }), (minor, deeds) => {
        const issued = money(minor, 'KRW');
        let held: Certificate = { id: 'c', shopId: 's', state: 'active', issued, balance: issued, expiresAt: null };
        const uses: { amount: bigint; rolledBackAt: Date | null }[] = [];
        for (const one of deeds) {
          if (one.kind === 'redeem') {
            const outcome = redeem(held, one.amount, at);
            if (outcome.kind !== 'redeemed') continue;
            uses.push({ amount: one.amount, rolledBackAt: null });
            held = { ...held, state: outcome.state, balance: outcome.balance };
          } else {
            const use = uses[one.which % Math.max(1, uses.length)];
            const outcome = use && rollBack(held, use, at);
            if (!use || outcome?.kind !== 'rolled-back') continue;
            use.rolledBackAt = at;
            held = { ...held, state: outcome.state, balance: outcome.balance };
          }
          const used = uses.filter(({ rolledBackAt }) => !rolledBackAt).reduce((sum, { amount }) => sum + amount, 0n);
          expect(held.balance.minor).toBe(minor - used);
          expect(held.balance.minor >= 0n && held.balance.minor <= minor).toBe(true);
          expect(held.state).toBe(held.balance.minor === 0n ? 'redeemed' : 'active');
        }
      }),
    );
  });
});

describe('an answer by text', () => {
  const gift = fc.record({
    state: fc.constantFrom('offered' as const, 'offered' as const, 'accepted' as const, 'refused' as const),
    lapsesAt: fc.constantFrom(new Date(at.getTime() + 1), new Date(at.getTime() - 1), at),
    decidedAt: fc.constantFrom(null, new Date(at.getTime() - 1), at),
  });
  const gifts = fc
    .array(gift, { maxLength: 6 })
    .map((found) => found.map((one, i): Gift => ({ id: `g${i}`, number: firstGiftNumber + i, ...one })));
  const number = fc.oneof(fc.constant(null), fc.integer({ min: 10, max: 18 }));
  const answer: fc.Arbitrary<Answer> = fc.oneof(
    fc.record({ kind: fc.constant('pin' as const), pin: fc.constant('2580'), gift: number }),
    fc.record({ kind: fc.constant('refuse' as const), gift: number }),
    fc.constant({ kind: 'help' as const }),
    fc.record({ kind: fc.constant('unclear' as const), digits: fc.boolean(), gift: number }),
  );

  test('changes one open gift, which it named or which was the only one, or none at all', () => {
    fc.assert(
      fc.property(answer, gifts, (said, all) => {
        const decided = decideAnswer(said, all, at);
        const open = all.filter((one) => isOpen(one, at));
        if (decided.kind !== 'accept' && decided.kind !== 'refuse') return;
        expect(said.kind).toBe(decided.kind === 'accept' ? 'pin' : 'refuse');
        expect(open).toContain(decided.gift);
        const named = 'gift' in said ? said.gift : null;
        if (named === null) expect(open).toHaveLength(1);
        else expect(decided.gift.number).toBe(named);
      }),
    );
  });
});

describe('a name that a stranger hears', () => {
  const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));

  test('of three syllables and more it is never the whole', () => {
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 3, maxLength: 8 }), (syllables) => {
        const name = syllables.join('');
        const part = partialName(name);
        if (part.kind !== 'korean') throw new Error('a Korean name');
        const said = part.surname + (part.lastSyllable ?? '');
        expect(said.length).toBeLessThan(name.length);
        expect(maskedName(name)).toContain('*');
        expect(maskedName(name).replace('*', '').length).toBeLessThan(name.length);
      }),
    );
  });

  test('in other letters it is one letter of each word', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÿ]{2,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const part = partialName(words.join(' '));
        expect(part).toEqual({ kind: 'other', initials: words.map((one) => [...one][0]) });
        for (const one of words) expect(maskedName(words.join(' '))).not.toContain(one);
      }),
    );
  });
});

describe('a telephone number', () => {
  // 010-5970 to 010-5999 are given to nobody (Korea's numbering plan, as libphonenumber knows it).
  const mobile = fc
    .integer({ min: 20_000_000, max: 99_999_999 })
    .map(String)
    .filter((digits) => !/^59[7-9]/.test(digits));

  test('is the same number however it is written', () => {
    fc.assert(
      fc.property(mobile, (digits) => {
        const phone = `+8210${digits}`;
        const [left, right] = [digits.slice(0, 4), digits.slice(4)];
        for (const written of [
          `010${digits}`,
          `010-${left}-${right}`,
          ` 010 ${left} ${right} `,
          phone,
          `008210${digits}`,
        ])
          expect(parseMobile(written, 'KR')).toEqual({ kind: 'mobile', phone });
        expect(parseMobile(phone, 'US')).toEqual({ kind: 'mobile', phone });
        expect(nationalGroups(phone).join('')).toBe(`010${digits}`);
        expect(maskedPhone(phone)).toBe(`010-****-${right}`);
      }),
    );
  });

  test('that is no mobile number is refused, and what is taken is a number', () => {
    for (const typed of ['021234567', '15880000', '010', '0', '', '112', '+82', '010123456789012', '*', '٣'])
      expect([typed, parseMobile(typed, 'KR').kind]).toEqual([typed, 'not-mobile']);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9+*# -]{0,25}$/)), (typed) => {
        const read = parseMobile(typed, 'KR');
        if (read.kind === 'mobile') expect(read.phone).toMatch(/^\+[1-9]\d{6,14}$/);
      }),
    );
  });
});
