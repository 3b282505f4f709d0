import type { TwilioAccount } from './account.ts';

const timeoutMs = 10_000;
/** Thirty seconds of speech as MP3 take about 120 KB. */
const mostBytes = 2_000_000;

export type RecordingOf = (sid: string) => Promise<{ audio: Buffer; contentType: string } | null>;

/** Fetches a recording by its id; media are not served by the client. Null: it is not there. */
export const twilioRecordings =
  ({ accountSid, authToken, apiUrl }: TwilioAccount): RecordingOf =>
  async (sid) => {
    if (!/^RE[0-9a-f]{32}$/.test(sid)) return null;
    const origin = apiUrl ?? 'https://api.twilio.com';
    const response = await fetch(`${origin}/2010-04-01/Accounts/${accountSid}/Recordings/${sid}.mp3`, {
      headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`a recording could not be fetched: ${response.status}`);
    const audio = Buffer.from(await response.arrayBuffer());
    if (audio.length > mostBytes) throw new Error('a recording is too large');
    return { audio, contentType: response.headers.get('content-type') ?? 'audio/mpeg' };
  };
