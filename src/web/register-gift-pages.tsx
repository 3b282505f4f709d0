import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isPin } from '../core/members/pin.ts';
import type { ClosedGift, GiftOperations } from '../operations/gifts/gift-operations.ts';
import type { WrittenLanguage } from '../wording/written/language.ts';
import { AcceptedGift, GiftRefusal, type GiftView, OfferedGift, type PinFault } from './pages/gift-page.tsx';
import { sendNotice } from './pages/notice-page.tsx';
import { sendPage } from './pages/send-page.ts';
import { type Recording, sendRecording } from './send-recording.ts';
import { readFormsOnly } from './twilio-signature.ts';
import { tokenOf, typed } from './typed.ts';
import { languageOfBrowser, languageOfReader } from './words/in-language.ts';
import type { NoticeName } from './words/page-words.ts';

export interface GiftPages {
  operations: Pick<GiftOperations, 'showGift' | 'acceptGift' | 'refuseGift' | 'greetingOf'>;
  /** The sound of a spoken greeting, by the provider's id; null when it is gone. */
  recording(sid: string): Promise<Recording | null>;
  timeZone: string;
}

type Shown = { kind: 'open'; view: GiftView } | { kind: 'closed'; reply: FastifyReply };

/** /g/<token>: who sent what, accepting it with a PIN, refusing it (GC-09, GC-10). */
export function registerGiftPages(app: FastifyInstance, pages: GiftPages): void {
  const { operations } = pages;
  app.register(async (scope) => {
    readFormsOnly(scope);
    scope.get('/g/:token', async (request, reply) => {
      const shown = await show(pages, request, reply);
      return shown.kind === 'closed' ? shown.reply : sendPage(reply, 200, <OfferedGift {...shown.view} />);
    });
    scope.get('/g/:token/refuse', async (request, reply) => {
      const shown = await show(pages, request, reply);
      return shown.kind === 'closed' ? shown.reply : sendPage(reply, 200, <GiftRefusal {...shown.view} />);
    });
    scope.post('/g/:token/accept', (request, reply) => accept(pages, request, reply));
    scope.post('/g/:token/refuse', async (request, reply) => {
      const token = tokenOf(request);
      const language = languageOfBrowser(request);
      if (!token) return sendNotice(reply, 404, language, 'linkNotFound');
      const outcome = await operations.refuseGift({ token });
      return outcome.kind === 'refused'
        ? sendNotice(reply, 200, language, 'giftRefusedNow')
        : closed(reply, language, outcome);
    });
    scope.get('/g/:token/greeting', async (request, reply) => {
      const token = tokenOf(request);
      const sid = token && (await operations.greetingOf(token));
      const recording = sid ? await pages.recording(sid) : null;
      return recording
        ? sendRecording(request, reply, recording)
        : sendNotice(reply, 404, languageOfBrowser(request), 'linkNotFound');
    });
  });
}

async function accept(pages: GiftPages, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const pin = typed(request, 'pin');
  const fault = faultOf(pin, typed(request, 'again'));
  if (fault) return askAgain(pages, request, reply, fault);
  const outcome = await pages.operations.acceptGift({ token: tokenOf(request) ?? '', pin });
  if (outcome.kind === 'accepted')
    return reply.header('referrer-policy', 'no-referrer').redirect(`/w/${outcome.pageToken}`, 303);
  if (outcome.kind === 'pin-format') return askAgain(pages, request, reply, 'format');
  return closed(reply, languageOfBrowser(request), outcome);
}

function faultOf(pin: string, again: string): PinFault | null {
  if (!isPin(pin)) return 'format';
  return pin === again ? null : 'differ';
}

async function askAgain(
  pages: GiftPages,
  request: FastifyRequest,
  reply: FastifyReply,
  fault: PinFault,
): Promise<FastifyReply> {
  const shown = await show(pages, request, reply);
  return shown.kind === 'closed' ? shown.reply : sendPage(reply, 422, <OfferedGift {...shown.view} fault={fault} />);
}

/** The gift, or a page that says why it cannot be answered. */
async function show({ operations, timeZone }: GiftPages, request: FastifyRequest, reply: FastifyReply): Promise<Shown> {
  const token = tokenOf(request);
  const found = token === null ? ({ kind: 'unknown-gift' } as const) : await operations.showGift(token);
  if (token === null || found.kind === 'unknown-gift') {
    return { kind: 'closed', reply: closed(reply, languageOfBrowser(request), { kind: 'unknown-gift' }) };
  }
  const { gift } = found;
  const language = languageOfReader(request, gift.locale);
  if (gift.state === 'accepted' && gift.hasGreeting) {
    return { kind: 'closed', reply: sendPage(reply, 200, <AcceptedGift token={token} language={language} />) };
  }
  if (gift.state !== 'offered') {
    return { kind: 'closed', reply: closed(reply, language, { kind: 'closed-gift', state: gift.state }) };
  }
  return { kind: 'open', view: { gift, token, language, timeZone } };
}

const noticeOf: Record<Extract<ClosedGift, { kind: 'closed-gift' }>['state'], NoticeName> = {
  // Offered, and yet closed: past its time, and not swept up so far.
  offered: 'giftLapsed',
  accepted: 'giftAccepted',
  refused: 'giftRefused',
  lapsed: 'giftLapsed',
};

function closed(reply: FastifyReply, language: WrittenLanguage, outcome: ClosedGift): FastifyReply {
  if (outcome.kind === 'unknown-gift') return sendNotice(reply, 404, language, 'linkNotFound');
  return sendNotice(reply, outcome.state === 'accepted' ? 200 : 410, language, noticeOf[outcome.state]);
}
