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
  telegram: { token: string };
  now?: () => Date;
  /** A stricter check of voice TwiML. Faults found end the call (Twilio error 12200) and are kept in `complaints`. */
  twimlCheck?: (xml: string) => string[];
  /** Folder of the built page (scripts/build-desk.mjs). Without it, or when it is not built, `/` leads to the status page. */
  deskDir?: string;
  /** `real`: calls that the app makes ring out by themselves. `stopped` (default): only the desk ends the ringing. */
  outgoingClock?: 'real' | 'stopped';
}
