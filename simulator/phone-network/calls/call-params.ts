import { countryOf } from '../numbers.ts';
import type { Call } from './call.ts';

/** What every voice webhook carries. Source: Twilio, "TwiML Voice: request parameters". */
export function callParams(call: Call): Record<string, string> {
  const { from, to, direction, parentSid } = call.facts;
  const params: Record<string, string> = {
    CallSid: call.sid,
    AccountSid: call.world.settings.twilio.accountSid,
    From: from,
    To: to,
    Caller: from,
    Called: to,
    CallStatus: call.status,
    Direction: direction,
    ApiVersion: '2010-04-01',
    CallerCountry: countryOf(from),
    FromCountry: countryOf(from),
    CalledCountry: countryOf(to),
    ToCountry: countryOf(to),
  };
  if (parentSid !== undefined) params.ParentCallSid = parentSid;
  if (call.answeredBy !== null) params.AnsweredBy = call.answeredBy;
  return params;
}
