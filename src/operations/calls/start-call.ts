import type { Deps } from '../ports.ts';
import type { CallLog } from './call-log.ts';
import type { CallOperations, Language } from './call-operations.ts';

const languageOf = (locale: string): Language => (locale === 'ko' ? 'ko' : 'en');

export const startCall =
  (deps: Deps, log: CallLog): CallOperations['startCall'] =>
  async ({ sid, caller, called }) => {
    await log.flush();
    const at = deps.now();
    return deps.store.transaction(async (tx) => {
      await tx.lock(`call:${sid}`);
      const member = await tx.member.findUnique({ where: { phone: caller }, select: { locale: true } });
      const language = member ? languageOf(member.locale) : null;
      const known = await tx.call.findUnique({ where: { sid }, select: { sid: true } });
      if (!known) {
        await tx.call.create({
          data: { sid, caller, called, language: language ?? 'ko', step: 'incoming', startedAt: at },
        });
      }
      const broken = await tx.call.findFirst({
        where: {
          caller,
          sid: { not: sid },
          resumableUntil: { gt: at },
          OR: [{ resumedBy: null }, { resumedBy: sid }],
        },
        orderBy: { startedAt: 'desc' },
      });
      if (!broken?.sealed || !broken.memberId) return { language, broken: null };
      return { language, broken: { sid: broken.sid, sealed: broken.sealed, memberId: broken.memberId } };
    });
  };
