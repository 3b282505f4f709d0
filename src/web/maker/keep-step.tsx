import type { FastifyReply } from 'fastify';
import type { Marks } from '../forms/field.tsx';
import { fieldOf, type Typed } from '../forms/form.ts';
import type { Office } from '../office/office.tsx';
import { queryOf, type SignedIn } from '../office/visit.ts';
import { makerWords } from '../words/maker/in-language.ts';
import { formOf } from './draft-form.ts';
import { draftOf } from './draft-of.ts';
import { ChangedMeanwhile } from './draft-summary.tsx';
import { keepTyping, withStep } from './kept-typing.ts';
import { faultsIn, leftAt, type MakerPages, makerOf, noMaker, placeOf } from './maker-of.ts';
import { type MakerParts, StepPage } from './maker-page.tsx';
import { markFaults, markUnreadable } from './mark-draft.ts';
import { type ReadStep, readStep } from './read-step.ts';
import { isStep, stepAfter, stepOfField, type TypedStep } from './steps.ts';

/** Everything that is wrong at a step, at once. */
function marksOf({ language }: SignedIn, maker: MakerParts, step: TypedStep, read: ReadStep, at: Date): Marks {
  const words = makerWords(language);
  const faults = faultsIn(maker, at, read.typed).filter(({ field }) => stepOfField[field] === step);
  return { ...markFaults(faults, read.typed, words), ...markUnreadable(read.unreadable, words) };
}

const stepPage = (visit: SignedIn, status: number, parts: Parameters<typeof StepPage>[0]): FastifyReply => {
  const words = makerWords(visit.language);
  const title = `${words.title}: ${words.steps[parts.step]}`;
  return visit.page(status, { title, wide: true }, <StepPage {...parts} />);
};

export async function openStep(pages: MakerPages, visit: SignedIn, step: TypedStep): Promise<FastifyReply> {
  const maker = await makerOf(pages, visit);
  if (!maker) return noMaker(pages, visit);
  const { campaign, shop, kept } = maker;
  if (campaign.state !== 'draft') return visit.goTo(`/shop/coupons/${campaign.id}`);
  const place = placeOf(shop, pages);
  const form = leftAt(maker, step, place);
  // An untouched draft is not scolded for what nobody could have typed yet.
  const touched = campaign.version > 1 || kept[step] !== undefined;
  const read = readStep[step](form, draftOf(campaign), place);
  const marks = touched ? marksOf(visit, maker, step, read, pages.now()) : {};
  return stepPage(visit, 200, { ...maker, step, form, marks, saved: queryOf(visit, 'saved') !== '' });
}

/** Stores what can be stored and keeps the rest as it was typed, whichever way leads on; `next` waits for what is wrong. */
export async function keepStep(
  office: Office,
  pages: MakerPages,
  came: SignedIn,
  step: TypedStep,
): Promise<FastifyReply> {
  const visit = await office.inLanguageAsked(came);
  const maker = await makerOf(pages, visit);
  if (!maker) return noMaker(pages, visit);
  const { campaign, shop } = maker;
  const { form } = visit;
  const home = `/shop/coupons/${campaign.id}`;
  if (campaign.state !== 'draft') return visit.goTo(home);
  const place = placeOf(shop, pages);
  const read = readStep[step](form, draftOf(campaign), place);
  const again = (status: number, marks: Marks, of: MakerParts = maker) =>
    stepPage(visit, status, { ...of, step, form, marks });

  const lead = (of: MakerParts): FastifyReply => {
    const kept = keepTyping(office, visit, campaign.id, withStep(maker.kept, step, form, read));
    const asked = fieldOf(form, 'go');
    const marks = marksOf(visit, of, step, read, pages.now());
    const wrong = Object.keys(marks).length > 0;
    if (!kept) return again(422, marks, of);
    if (fieldOf(form, 'language') !== '') return visit.goTo(`${home}/${step}`);
    if (isStep(asked)) return visit.goTo(`${home}/${asked}`);
    return wrong ? again(422, marks, of) : visit.goTo(`${home}/${stepAfter(step)}`);
  };

  // Sent twice, it is stored once.
  if (sameForm(formOf[step](campaign, place), formOf[step](read.draft, place))) return lead(maker);
  const outcome = await pages.operations.changeDraft({
    by: visit.account.id,
    campaignId: campaign.id,
    version: versionIn(form),
    draft: read.draft,
  });
  switch (outcome.kind) {
    case 'unknown-campaign':
      return noMaker(pages, visit);
    case 'not-a-draft':
      return visit.goTo(home);
    case 'faults': {
      const unkeepable = markFaults(outcome.faults, read.draft, makerWords(visit.language));
      return again(422, { ...marksOf(visit, maker, step, read, pages.now()), ...unkeepable });
    }
    case 'changed-meanwhile': {
      const now = await makerOf(pages, visit);
      if (!now) return noMaker(pages, visit);
      const stored = { draft: now.campaign, shop, step, path: `${home}/${step}` };
      return stepPage(visit, 409, { ...now, step, form, marks: {}, changed: <ChangedMeanwhile {...stored} /> });
    }
    case 'kept':
      return lead({ ...maker, campaign: { ...campaign, ...read.draft, version: outcome.version, tested: false } });
  }
}

export const versionIn = (form: Typed): number => {
  const text = fieldOf(form, 'version');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
};

const sameForm = (one: Typed, other: Typed): boolean => JSON.stringify(one) === JSON.stringify(other);
