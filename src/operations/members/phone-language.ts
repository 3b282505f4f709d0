import type { Language } from '../calls/call-operations.ts';

/** The language in which the line speaks to a member: Korean, or English for whoever reads another one. */
export const phoneLanguageOf = (locale: string): Language => (locale === 'ko' ? 'ko' : 'en');
