import { DateTime } from 'luxon';
import { startOfDay } from '../calendar.ts';
import type { CampaignDraft } from './campaign-draft.ts';

/**
 * The same coupon once more: good from today for as many days as before, with the time to fetch it moved along. The time
 * of a ticket is that of an event, which nobody moves: its maker is told when it is over.
 */
export function remade(draft: CampaignDraft, at: Date, timeZone: string): CampaignDraft {
  const local = (date: Date) => DateTime.fromJSDate(date, { zone: timeZone });
  const validFrom = startOfDay(at, timeZone);
  const days = Math.round(local(validFrom).diff(local(draft.validFrom).startOf('day'), 'days').days);
  const moved = (date: Date) => local(date).plus({ days }).toJSDate();
  return {
    ...draft,
    validFrom,
    validUntil: moved(draft.validUntil),
    downloadsUntil: draft.downloadsUntil && moved(draft.downloadsUntil),
  };
}
