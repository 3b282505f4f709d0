import type { FastifyInstance } from 'fastify';
import { findSubscriber } from '../people.ts';
import type { World } from '../world/world.ts';
import { judgeNumber } from './numbers.ts';
import { restError, sendRestError } from './rest-error.ts';

const packages = [
  'caller_name',
  'sim_swap',
  'call_forwarding',
  'line_status',
  'line_type_intelligence',
  'identity_match',
  'reassigned_number',
  'sms_pumping_risk',
  'phone_number_quality_score',
  'pre_fill',
] as const;

const callerName = (number: string) => {
  const name = findSubscriber(number)?.name ?? null;
  return { caller_name: name, caller_type: name === null ? 'UNDETERMINED' : 'CONSUMER', error_code: null };
};

/** Lookup v2. A number that cannot be is answered with 200 and `valid: false`, as Twilio does. */
export function lookupRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { number: string }; Querystring: { Fields?: string } }>(
    '/PhoneNumbers/:number',
    async ({ params: { number }, query }, reply) => {
      const fields = (query.Fields ?? '').split(',').filter((field) => field !== '');
      const unknown = fields.find((field) => !(packages as readonly string[]).includes(field));
      if (unknown !== undefined) return sendRestError(reply, restError(400, 60_617, `Unknown field: ${unknown}`));
      const judged = judgeNumber(number);
      const served = judged.kind === 'served' ? judged : null;
      const none = Object.fromEntries(packages.map((name) => [name, null]));
      return {
        calling_country_code: served?.callingCode ?? null,
        country_code: served?.country ?? null,
        phone_number: number,
        national_format: served?.national ?? null,
        valid: served !== null,
        validation_errors: served ? [] : [number.length < 9 ? 'TOO_SHORT' : 'INVALID_BUT_POSSIBLE'],
        ...none,
        caller_name: served && fields.includes('caller_name') ? callerName(number) : null,
        url: `${world.ownUrl()}/v2/PhoneNumbers/${encodeURIComponent(number)}`,
      };
    },
  );
}
