import type { Deps } from '../ports.ts';
import { campaignFor } from './campaign-access.ts';
import type { CampaignOperations, Progress } from './campaign-operations.ts';

export const progressOf =
  ({ store: { read }, now }: Deps): CampaignOperations['progressOf'] =>
  async ({ by, campaignId }) => {
    if (!(await campaignFor(read, by, campaignId))) return null;
    const publication = await read.publication.findUnique({ where: { campaignId } });
    if (!publication) return null;
    const messages = (states: string[]) => read.outboxMessage.count({ where: { campaignId, state: { in: states } } });
    const forMorning = { campaignId, state: 'scheduled', channel: 'text', dueAt: { gt: now() }, tries: 0 };
    const [first] = await read.outboxMessage.findMany({ where: forMorning, orderBy: { dueAt: 'asc' }, take: 1 });
    const later = first && { count: await read.outboxMessage.count({ where: forMorning }), at: first.dueAt };
    const failedFor = (reasons: string[]) =>
      read.outboxMessage.count({ where: { campaignId, state: 'failed', reason: { in: reasons } } });
    return {
      state: publication.state as Progress['state'],
      total: publication.total,
      answered: publication.answered,
      sent: await messages(['sent', 'delivered']),
      waiting: await messages(['scheduled', 'sending']),
      later: later ?? null,
      failed: await messages(['failed']),
      declined: await failedFor(['opted-out', 'blocked']),
      stopped: await failedFor(['stopped']),
      stopUntil: publication.stopUntil,
    };
  };
