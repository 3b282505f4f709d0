import type { CountryCode } from 'libphonenumber-js/max';
import { countryOf } from '../../core/phone.ts';
import type { Reach } from '../../operations/ports.ts';

interface InCountry extends Reach {
  /** Whether the owner's name can be looked up. */
  ownerName: boolean;
}

const nothing: InCountry = { twoWayText: false, mms: false, ownerName: false };

/** What Twilio can do towards a country's mobile numbers, by its country guidelines. What is not listed: one-way text. */
const byCountry: Partial<Record<CountryCode, InCountry>> = {
  US: { twoWayText: true, mms: true, ownerName: true },
  CA: { twoWayText: true, mms: true, ownerName: false },
  GB: { twoWayText: true, mms: false, ownerName: false },
  AU: { twoWayText: true, mms: true, ownerName: false },
  KR: nothing,
  JP: nothing,
};

/** The simulated carrier can do everything, but not towards this number. */
const withoutReplies = '+821030000009';
const everything: InCountry = { twoWayText: true, mms: true, ownerName: true };

export type ReachTable = (phone: string) => InCountry;

export const twilioReach: ReachTable = (phone) => {
  const country = countryOf(phone);
  return (country && byCountry[country]) || nothing;
};

export const simulatedReach: ReachTable = (phone) =>
  phone === withoutReplies ? { ...nothing, ownerName: true } : everything;
