/** What somebody at the desk gets to see of a call. */
export interface Utterance {
  text: string;
  language: string;
  voice: string;
  /** Address of the audio that was played instead of speech. */
  plays?: string;
  /** A key cut it short. */
  interrupted?: true;
}

export type WaitingFor =
  | { kind: 'keys'; step: string | null; numDigits: number | null; finishOnKey: string; timeoutSeconds: number }
  | { kind: 'recording'; maxSeconds: number }
  | { kind: 'ringing'; to: string; timeoutSeconds: number }
  | { kind: 'conversation'; with: string };

export type EndedBy = 'app' | 'caller' | 'error';

type CallState = 'ringing' | 'in-progress' | 'completed';

export type TranscriptEntry =
  | ({ kind: 'heard' } & Utterance)
  | { kind: 'pressed'; keys: string }
  | { kind: 'silence' }
  | { kind: 'spoke'; seconds: number }
  | { kind: 'ended'; by: EndedBy };

export interface CallAnswer {
  sid: string;
  from: string;
  to: string;
  state: CallState;
  /** Twilio's word for it: in-progress, completed, busy, no-answer, … */
  status: string;
  /** What was said since the last answer. */
  heard: Utterance[];
  waitingFor: WaitingFor | null;
  endedBy?: EndedBy;
  error?: { code: number; message: string };
  /** Keys that nobody listened to. */
  dropped?: string;
}

export interface CallRecord extends Omit<CallAnswer, 'heard'> {
  direction: string;
  transcript: TranscriptEntry[];
}
