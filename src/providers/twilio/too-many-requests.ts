/** Twilio is busy. Its own exception drops the header that says how long. */
export class TooManyRequests extends Error {
  constructor(readonly afterMs: number) {
    super('too many requests');
  }
}
