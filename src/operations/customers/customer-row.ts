import { hasPinOfOwn } from '../../core/coupons/pin-asked.ts';
import { parseWords } from '../../core/words.ts';
import type { CustomerFacts, NewsBy } from './customer-operations.ts';

interface CustomerRow extends Omit<CustomerFacts, 'newsBy' | 'hasPin'> {
  newsBy: string;
  pinHash: string | null;
}

export const toCustomerFacts = (row: CustomerRow): CustomerFacts => ({
  id: row.id,
  phone: row.phone,
  name: row.name,
  locale: row.locale,
  newsBy: row.newsBy as NewsBy,
  email: row.email,
  memberId: row.memberId,
  hasPin: hasPinOfOwn(row),
});

/** A messenger's name has at most 64 characters for each of its two parts. */
const mostName = 129;

/** What the messenger says somebody is called, as it may be kept; '' where nothing of it may. */
export function nameFrom(told: string): string {
  const parsed = parseWords(told.replaceAll('\n', ' '), mostName);
  return parsed.kind === 'words' ? parsed.words : '';
}
