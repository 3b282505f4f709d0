import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { CountryCode } from 'libphonenumber-js/max';
import type { z } from 'zod';
import { parseMobile } from '../../core/phone.ts';
import type { CodeOrPhone, TillOperations } from '../../operations/tills/till-operations.ts';
import { sendProblem } from '../send-problem.ts';
import { toHoldings, toRedemption, toRegisterPage, toRollback, toValidation } from './answers.ts';
import { repeatable, requireIdempotencyKey } from './idempotency.ts';
import * as shapes from './schemas.ts';
import { terminalOf } from './terminal-key.ts';

export interface TillRoutes {
  operations: TillOperations;
  /** Whose national digits a till may send. */
  homeCountry: CountryCode;
  /** 32 bytes, for hashing requests. */
  hashKey: Buffer;
}

const problems = { '4xx': shapes.problem, '5xx': shapes.problem };
const signed = [{ terminalKey: [] }];

/** The till's requests, in a scope that knows the terminal. */
export function tillRoutes(scope: FastifyInstance, till: TillRoutes): void {
  const app = scope.withTypeProvider<ZodTypeProvider>();
  const { operations, hashKey } = till;

  app.get(
    '/api/v1/terminal',
    {
      schema: {
        tags: ['Register'],
        summary: 'Whose terminal this key is of',
        security: signed,
        response: { 200: shapes.terminal, ...problems },
      },
    },
    async (request, reply) => reply.send(await operations.showTerminal(terminalOf(request))),
  );

  app.post(
    '/api/v1/validations',
    {
      schema: {
        tags: ['Certificates and coupons'],
        summary: 'Whether a certificate or coupon is good, and for what',
        security: signed,
        body: shapes.validationAsk,
        response: { 200: shapes.validation, ...problems },
      },
    },
    async (request, reply) => {
      const code = compact(request.body.code);
      const answer = await operations.validateCode({ terminal: terminalOf(request), code });
      if (answer.kind === 'certificate' || answer.kind === 'coupon') return reply.send(toValidation(answer));
      return sendProblem(reply, answer.kind, answer);
    },
  );

  app.post(
    '/api/v1/holdings',
    {
      schema: {
        tags: ['Certificates and coupons'],
        summary: 'What somebody can use here, by telephone number and PIN',
        security: signed,
        body: shapes.holdingsAsk,
        response: { 200: shapes.holdings, ...problems },
      },
    },
    async (request, reply) => {
      const mobile = parseMobile(request.body.phone, till.homeCountry);
      if (mobile.kind === 'not-mobile') return sendProblem(reply, mobile.kind);
      const ask = { terminal: terminalOf(request), phone: mobile.phone, pin: request.body.pin };
      const answer = await operations.holdingsOf(ask);
      if (answer.kind !== 'holdings') return sendProblem(reply, answer.kind, answer);
      return reply.send(toHoldings(answer));
    },
  );

  app.post(
    '/api/v1/redemptions',
    {
      onRequest: requireIdempotencyKey,
      schema: {
        tags: ['Certificates and coupons'],
        summary: 'Take an amount off a certificate, or use a coupon with a bill of this amount',
        description:
          'A coupon that wants the PIN of a holder who has none is refused as `no-pin-yet`, whatever PIN comes with it, and none counts as wrong: the holder makes one in the chat, and the till asks again with a new Idempotency-Key.',
        security: signed,
        headers: shapes.idempotencyHeader,
        body: shapes.redemptionAsk,
        response: { 201: shapes.redemption, ...problems },
      },
    },
    async (request, reply) => {
      const by = byOf(request.body, till.homeCountry);
      if (by.kind === 'not-mobile') return sendProblem(reply, by.kind);
      const outcome = await operations.redeemCode({
        terminal: terminalOf(request),
        ...repeatable(request, hashKey),
        by: by.by,
        amount: BigInt(request.body.amount),
      });
      if (outcome.kind !== 'answer') return sendProblem(reply, outcome.kind);
      const { answer, replayed } = outcome;
      if (replayed) reply.header('idempotent-replayed', 'true');
      if (answer.kind !== 'redeemed' && answer.kind !== 'coupon-used') return sendProblem(reply, answer.kind, answer);
      return reply.code(201).send(toRedemption(answer));
    },
  );

  app.post(
    '/api/v1/redemptions/:id/rollbacks',
    {
      onRequest: requireIdempotencyKey,
      schema: {
        tags: ['Certificates and coupons'],
        summary: 'Undo a redemption: the whole amount, or the coupon',
        security: signed,
        headers: shapes.idempotencyHeader,
        params: shapes.redemptionPath,
        body: shapes.rollbackAsk,
        response: { 201: shapes.rollback, ...problems },
      },
    },
    async (request, reply) => {
      const outcome = await operations.rollBackRedemption({
        terminal: terminalOf(request),
        ...repeatable(request, hashKey),
        redemptionId: request.params.id,
      });
      if (outcome.kind !== 'answer') return sendProblem(reply, outcome.kind);
      const { answer, replayed } = outcome;
      if (replayed) reply.header('idempotent-replayed', 'true');
      if (answer.kind !== 'rolled-back' && answer.kind !== 'coupon-rolled-back')
        return sendProblem(reply, answer.kind, answer);
      return reply.code(201).send(toRollback(answer));
    },
  );

  app.get(
    '/api/v1/register',
    {
      schema: {
        tags: ['Register'],
        summary: "The shop's own register, oldest first",
        security: signed,
        querystring: shapes.registerAsk,
        response: { 200: shapes.registerPage, ...problems },
      },
    },
    async (request, reply) => {
      const { after = null, limit } = request.query;
      const lines = await operations.shopRegister({ terminal: terminalOf(request), after, limit });
      return reply.send(toRegisterPage(lines));
    },
  );
}

function byOf(
  body: z.output<typeof shapes.redemptionAsk>,
  home: CountryCode,
): { kind: 'by'; by: CodeOrPhone } | { kind: 'not-mobile' } {
  if ('code' in body) return { kind: 'by', by: { code: compact(body.code), pin: body.pin ?? null } };
  const mobile = parseMobile(body.phone, home);
  return mobile.kind === 'mobile' ? { kind: 'by', by: { phone: mobile.phone, pin: body.pin } } : mobile;
}

/** As people and scanners write it: in groups, in small letters. */
const compact = (code: string): string => code.replace(/[\s-]/g, '').toUpperCase();
