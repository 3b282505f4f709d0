import { Unanswered } from '../../operations/ports.ts';
import type { CallToSend, MessageSender } from '../../outbox/message-sender.ts';
import type { OpenTwilio } from './open-later.ts';
import { answerIn, outcomeOf } from './refusal.ts';

/** So long it rings. */
const ringSeconds = 30;
const mostLookedAt = 50;

/** RC-06: the telephone rings, and who takes it up hears the message. `voiceNumber`: what it shows. */
export function twilioCaller(open: OpenTwilio, { voiceNumber }: { voiceNumber: string }): MessageSender<CallToSend> {
  return {
    async send({ to, say }) {
      try {
        const { calls } = await open();
        const placed = await calls.create({ to, from: voiceNumber, twiml: await toTwiml(say), timeout: ringSeconds });
        return { kind: 'sent', providerId: placed.sid };
      } catch (error) {
        return outcomeOf(error);
      }
    },

    async statusOf(providerId) {
      try {
        const { calls } = await open();
        const { status } = await calls(providerId).fetch();
        return { status, errorCode: null };
      } catch (error) {
        if (answerIn(error).status === 404) return null;
        throw new Unanswered('the phone network did not say what became of a call', { cause: error });
      }
    },

    /** A call does not say what was said in it: any that no other message knows is taken for this one. */
    async find({ to, since, exclude = [] }) {
      try {
        const { calls } = await open();
        const placed = await calls.list({ to, from: voiceNumber, startTimeAfter: since, limit: mostLookedAt });
        return placed.find(({ sid }) => !exclude.includes(sid))?.sid ?? null;
      } catch (error) {
        throw new Unanswered('the phone network did not say whom it called', { cause: error });
      }
    },
  };
}

/** Source: https://www.twilio.com/docs/voice/twiml/say. Loaded with the first call, like the client. */
async function toTwiml(say: CallToSend['say']): Promise<string> {
  const { default: VoiceResponse } = await import('twilio/lib/twiml/VoiceResponse.js');
  const response = new VoiceResponse();
  for (const { text, voice, language } of say) response.say({ voice, language } as never, text);
  response.hangup();
  return response.toString();
}
