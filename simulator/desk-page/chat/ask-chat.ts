import type { ContentAsk } from '../../desk/chat-ask.ts';
import { type Answer, ask } from '../ask.ts';

const path = (phone: string, deed: string) => `/desk/messenger/people/${encodeURIComponent(phone)}/${deed}`;

/** What a person does in the chat with the bot. */
export const chatDeeds = (phone: string) => ({
  start: (): Promise<Answer> => ask('POST', path(phone, 'start')),
  send: (content: ContentAsk): Promise<Answer> => ask('POST', path(phone, 'messages'), { content }),
  press: (message: number, data: string): Promise<Answer> => ask('POST', path(phone, 'presses'), { message, data }),
  block: (): Promise<Answer> => ask('POST', path(phone, 'block'), { blocked: true }),
});
