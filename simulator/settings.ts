/** Messages that may go out at once, and how many more each second. */
export interface SendingLimit {
  burst: number;
  perSecond: number;
}

export type SendingLimits = Record<'overall' | 'privateChat' | 'group', SendingLimit>;

export interface SimulatorSettings {
  /** 0 takes any free port. The address is always 127.0.0.1. */
  port: number;
  /** Where mail is taken, on 127.0.0.1 too. 0, or absent: any free port. */
  smtpPort?: number;
  /** With it, whoever sends mail has to sign in. */
  smtpAccount?: { user: string; password: string };
  /** Public base URL of the app; webhooks go to `${appUrl}/ivr/incoming` and so on. */
  appUrl: string | (() => string);
  /** The number that callers dial, E.164. */
  lineNumber: string;
  /** The number that texts come from and go to, E.164. */
  messageNumber: string;
  twilio: { accountSid: string; authToken: string };
  stripe: { secretKey: string; webhookSecret: string };
  /** The bot's token. The webhook and its secret are what the app tells by setWebhook. */
  telegram: {
    token: string;
    /** How fast it may send; absent: as fast as Telegram lets it. Null, for a bench: as fast as it can. */
    limits?: SendingLimits | null;
  };
  now?: () => Date;
  /** A stricter check of voice TwiML. Faults found end the call (Twilio error 12200) and are kept in `complaints`. */
  twimlCheck?: (xml: string) => string[];
  /** A check of each request to the messenger against the description of its API. Faults are kept in `complaints`. */
  botApiCheck?: (method: string, fields: Record<string, unknown>) => string[];
  /** Folder of the built page (scripts/build-desk.mjs). Without it, or when it is not built, `/` leads to the status page. */
  deskDir?: string;
  /** `real`: calls that the app makes ring out by themselves. `stopped` (default): only the desk ends the ringing. */
  outgoingClock?: 'real' | 'stopped';
}
