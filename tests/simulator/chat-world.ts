import { Telegram, TelegramError } from 'telegraf';
import { expect, onTestFinished } from 'vitest';
import type { ApiUpdate } from '../../simulator/messenger/api-objects.ts';
import type { SimulatorSettings } from '../../simulator/start.ts';
import { botApiSpec } from '../support/bot-api-spec.ts';
import { botToken, openWorlds } from './fake-app.ts';

export const secret = 'secret_of-the-test';
export const webhookPath = '/chat/telegram';

type Answers = Parameters<typeof openWorlds>[0];

/** What a client meets, in one line: `done`, Telegram's refusal, or `no answer`. */
export const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (reason: unknown) => (reason instanceof TelegramError ? `${reason.code} ${reason.description}` : 'no answer'),
  );

/**
 * The messenger with the real client of a bot before it. Where the makers' description is beside the project, every
 * request, every answer and every update is held against it.
 */
export async function openChat(answers: Answers = {}, more: Partial<SimulatorSettings> = {}) {
  const clock = { nowMs: Date.parse('2026-11-20T03:00:00Z') };
  const checked = botApiSpec ? { botApiCheck: botApiSpec.faultsInRequest } : {};
  const world = await openWorlds(answers, { now: () => new Date(clock.nowMs), ...checked, ...more });
  const { simulator, desk, appUrl } = world;
  const bot = new Telegram(botToken, { apiRoot: simulator.url });
  const wrong: string[] = [];
  const callApi = bot.callApi.bind(bot);
  bot.callApi = async (method, payload, options) => {
    const result = await callApi(method, payload, options);
    wrong.push(...(botApiSpec?.faultsInResult(method, result) ?? []).map((fault) => `${method}: ${fault}`));
    return result;
  };
  /** What the app was told, oldest first. */
  const updates = (): ApiUpdate[] => world.at(webhookPath).map(({ raw }) => JSON.parse(raw) as ApiUpdate);
  const expected: RegExp[] = [];
  onTestFinished(() => {
    for (const update of updates()) wrong.push(...(botApiSpec?.faultsInObject('Update', update) ?? []));
    expect(wrong).toEqual([]);
    const complaints = simulator.complaints().filter((complaint) => !expected.some((one) => one.test(complaint)));
    expect(complaints).toEqual([]);
  });
  return {
    ...world,
    bot,
    clock,
    updates,
    /** Complaints that the test provokes. */
    expects: (complaint: RegExp) => expected.push(complaint),
    passes: (seconds: number) => {
      clock.nowMs += seconds * 1_000;
    },
    hooks: () => bot.setWebhook(appUrl + webhookPath, { secret_token: secret }),
    messenger: desk.messenger,
  };
}
