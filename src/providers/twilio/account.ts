export interface TwilioAccount {
  accountSid: string;
  authToken: string;
  /** Another base for every twilio.com host; the client's own edge and region can only move within twilio.com. */
  apiUrl: string | null;
}
