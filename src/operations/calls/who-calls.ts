import type { Store } from '../../store/open-store.ts';
import { sql } from '../../store/sql.ts';
import { phoneLanguageOf } from '../members/phone-language.ts';
import type { Language } from './call-operations.ts';

interface WhoCalls {
  /** Null when the telephone is no member's. */
  language: Language | null;
  returning: boolean;
}

/** What the line needs to know of a telephone before anybody has signed in: no more than how to speak. */
export async function whoCalls(store: Pick<Store, 'query'>, phone: string): Promise<WhoCalls> {
  const [member] = await store.query<{ locale: string; returning: string }>(sql`
    SELECT m."locale", CASE WHEN EXISTS (
      SELECT 1 FROM "Purchase" p JOIN "Certificate" c ON c."purchaseId" = p."id"
      WHERE p."memberId" = m."id" AND p."channel" = 'phone'
    ) THEN 'yes' ELSE 'no' END AS "returning"
    FROM "Member" m WHERE m."phone" = ${phone}`);
  if (!member) return { language: null, returning: false };
  return { language: phoneLanguageOf(member.locale), returning: member.returning === 'yes' };
}
