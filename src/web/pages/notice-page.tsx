import type { FastifyReply } from 'fastify';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { wordsIn } from '../words/in-language.ts';
import type { NoticeName } from '../words/page-words.ts';
import { Page } from './page.tsx';
import { sendPage } from './send-page.ts';

/** A page that says one thing, kindly. */
export function sendNotice(
  reply: FastifyReply,
  status: number,
  language: WrittenLanguage,
  name: NoticeName,
): FastifyReply {
  const { title, text } = wordsIn(language).notices[name];
  return sendPage(
    reply,
    status,
    <Page language={language} title={title}>
      <div class="sheet">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
      </div>
    </Page>,
  );
}
