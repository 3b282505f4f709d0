import type { CallRecord } from '../phone-network/calls/call-view.ts';
import type { Delivery } from '../world/deliveries.ts';
import type { Fault } from '../world/faults.ts';
import type { Party } from '../world/requests.ts';
import type { ChatBubble, ChatFacts } from './chat-view.ts';
import type { MailLine } from './mail-desk.ts';
import type { PhoneMessage } from './phone-desk.ts';

/** What a page at the desk is kept up to date about. `seq` grows with age of sight: later things have larger ones. */
export type LiveItem = { seq: number } & LiveFacts;

export type LiveFacts =
  | ({ kind: 'call'; at: string } & CallRecord)
  | ({ kind: 'message' } & PhoneMessage)
  | ({ kind: 'mail' } & MailLine)
  | ({ kind: 'chat' } & ChatFacts)
  | ({ kind: 'chat-message' } & ChatBubble)
  | LivePayment
  | { kind: 'refund'; id: string; payment: string; amount: number; currency: string; status: string; at: string }
  | ({ kind: 'webhook' } & Delivery)
  | LiveRequest
  | { kind: 'fault'; fault: Fault }
  | { kind: 'voicemail'; on: boolean };

export interface LivePayment {
  kind: 'payment';
  id: string;
  /** Of the card; null when the card company knows no such customer. */
  holder: string | null;
  amount: number;
  currency: string;
  status: string;
  at: string;
}

/** What the app asked of a party. */
export interface LiveRequest {
  kind: 'request';
  at: string;
  party: Party;
  method: string;
  path: string;
  status: number | null;
  fault: string | null;
}

/** One event of the stream. `whole`: forget what was known before. */
export interface LiveChange {
  whole?: true;
  items: Record<string, LiveItem>;
  gone: string[];
}
