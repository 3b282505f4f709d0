import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';

const codes = 'link-code';
const wrongCodes = 'wrong-link-code';
const dayMs = 86_400_000;
/** Each is a text that somebody is paid for. */
const mostADay = 5;
const mostWrong = 5;
const goodForMs = 10 * 60_000;

interface LinkCode {
  memberId: string;
  codeId: string;
}

/** When this user may have a code sent again; null: now. */
export async function codesSpentUntil(tx: Tx, { now }: Deps, userId: string): Promise<Date | null> {
  await tx.lock(`link codes of ${userId}`);
  const sent = await tx.attempt.findMany({
    where: { kind: codes, subject: userId, at: { gt: new Date(now().getTime() - dayMs) } },
    orderBy: { at: 'asc' },
    take: mostADay,
  });
  const [first] = sent;
  return first && sent.length === mostADay ? new Date(first.at.getTime() + dayMs) : null;
}

export const keepCode = (tx: Tx, { now }: Deps, userId: string, { memberId, codeId }: LinkCode) =>
  tx.attempt.create({ data: { kind: codes, subject: userId, key: `${memberId} ${codeId}`, at: now() } });

/** The newest code of this user, while it is good: ten minutes, and up to five wrong guesses. */
export async function goodCode(tx: Tx, { now }: Deps, userId: string): Promise<LinkCode | null> {
  await tx.lock(`link codes of ${userId}`);
  const newest = await tx.attempt.findFirst({ where: { kind: codes, subject: userId }, orderBy: { at: 'desc' } });
  if (!newest || now().getTime() - newest.at.getTime() >= goodForMs) return null;
  const [memberId = '', codeId = ''] = newest.key.split(' ');
  const wrong = await tx.attempt.count({ where: { kind: wrongCodes, subject: codeId } });
  return wrong < mostWrong ? { memberId, codeId } : null;
}

/** A redelivered guess is counted once. */
export async function countWrongCode(tx: Tx, { now }: Deps, codeId: string, attempt: string): Promise<void> {
  const key = { kind: wrongCodes, subject: codeId, key: attempt };
  if (await tx.attempt.findUnique({ where: { kind_subject_key: key } })) return;
  await tx.attempt.create({ data: { ...key, at: now() } });
}

/** Nothing that was sent to this user is good any more. */
export const forgetCodes = (tx: Tx, userId: string) =>
  tx.attempt.deleteMany({ where: { kind: codes, subject: userId } });
