import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { AccountFacts } from '../../operations/accounts/account-operations.ts';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import type { Typed } from '../forms/form.ts';
import type { OfficeNotice, OfficeWords } from '../words/office/office-words.ts';

export interface Sheet {
  title: string;
  /** Room for two columns. */
  wide?: boolean;
  /** Looked at anew after so many seconds, where no script does it. */
  reloadSeconds?: number;
  /** Its address opens something: nobody keeps the page, or hears the address. */
  secret?: boolean;
}

/** One request of somebody at the pages behind the sign-in, and what answers it. */
export interface Visit {
  request: FastifyRequest;
  reply: FastifyReply;
  account: AccountFacts | null;
  language: WrittenLanguage;
  words: OfficeWords;
  form: Typed;
  page(status: number, sheet: Sheet, content: ComponentChildren): FastifyReply;
  /** After something was done: a page that may be loaded again. */
  goTo(path: string): FastifyReply;
  notice(status: number, name: OfficeNotice): FastifyReply;
  notFound(): FastifyReply;
  /** The same request, of whoever has just signed in by it. */
  as(account: AccountFacts): SignedIn;
}

export interface SignedIn extends Visit {
  account: AccountFacts;
}

export const paramOf = ({ request }: Visit, name: string): string => {
  const value = (request.params as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
};

export const queryOf = ({ request }: Visit, name: string): string => {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
};
