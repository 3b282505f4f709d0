import type { Deps } from '../ports.ts';
import type { MemberOperations } from './member-operations.ts';
import { phoneLanguageOf } from './phone-language.ts';

/** A choice made on another telephone is for that call alone: the language there is its owner's. */
export const rememberLanguage =
  ({ store }: Deps): MemberOperations['rememberLanguage'] =>
  ({ memberId, caller, language }) =>
    store.transaction(async (tx) => {
      const member = await tx.member.findUniqueOrThrow({
        where: { id: memberId },
        select: { phone: true, locale: true },
      });
      // Who reads Japanese hears English: choosing what is heard anyway changes nothing for the texts.
      if (member.phone !== caller || phoneLanguageOf(member.locale) === language) return;
      await tx.member.update({ where: { id: memberId }, data: { locale: language } });
    });
