import type { FastifyReply } from 'fastify';
import type { ComponentChildren, VNode } from 'preact';
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
  return sendPage(reply, status, <NoticePage language={language} name={name} />);
}

interface NoticeParts {
  language: WrittenLanguage;
  name: NoticeName;
  /** What stands below. */
  children?: ComponentChildren;
}

/** Every such page leads on: to the front door, and an owner to the shop. */
export function NoticePage({ language, name, children }: NoticeParts): VNode {
  const { notices, toFront, toShop } = wordsIn(language);
  const { title, text } = notices[name];
  return (
    <Page language={language} title={title}>
      <div class="sheet">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        <p>
          <a href="/">{toFront}</a> · <a href="/shop">{toShop}</a>
        </p>
      </div>
      {children}
    </Page>
  );
}
