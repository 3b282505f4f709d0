import type { ComponentChildren, VNode } from 'preact';
import type { CampaignView } from '../../operations/campaigns/campaign-operations.ts';
import type { DemandView } from '../../operations/coupons/coupon-operations.ts';
import type { OwnedShop } from '../../operations/shops/keeping-operations.ts';
import { shopNameIn } from '../../wording/written/language.ts';
import { writtenWant } from '../../wording/written/offers.ts';
import { Done, FaultList, type Marks } from '../forms/field.tsx';
import { fieldOf, type Typed } from '../forms/form.ts';
import { figure } from '../office/figure.ts';
import { Form, unsaved, useAround } from '../office/frame.tsx';
import { makerWords } from '../words/maker/in-language.ts';
import type { StepName } from '../words/maker/maker-words.ts';
import { officeWords } from '../words/office/in-language.ts';
import { currencyOf } from './currency-of.ts';
import type { KeptTyping } from './kept-typing.ts';
import { makerLabels } from './mark-draft.ts';
import { stepFields } from './step-fields.tsx';
import { steps, type TypedStep } from './steps.ts';

export interface MakerParts {
  shop: OwnedShop;
  campaign: CampaignView;
  demand: DemandView;
  /** Whether the card can be drawn. */
  drawn: boolean;
  /** The operator makes it, for a shop that left it to Giftline. */
  operator: boolean;
  kept: KeptTyping;
}

const pathOf = ({ campaign }: Pick<MakerParts, 'campaign'>, place: string) => `/shop/coupons/${campaign.id}/${place}`;

type FrameParts = MakerParts & {
  step: StepName;
  /** As it is typed, where it is typed. */
  title?: string;
  children: ComponentChildren;
};

/** What every step stands in: where one is, and how the card looks. */
export function MakerFrame(parts: FrameParts): VNode {
  const { shop, campaign, step, operator, demand, title = campaign.title } = parts;
  const { language } = useAround();
  const words = makerWords(language);
  const at = steps.indexOf(step) + 1;
  return (
    <div class="maker">
      <p class="soft crumb">
        {operator ? (
          <a href="/admin">{officeWords(language).frame.admin}</a>
        ) : (
          <a href={`/shop/${shop.id}`}>{shopNameIn(language, shop)}</a>
        )}
      </p>
      <h1>
        {words.title}: {words.steps[step]}
      </h1>
      <p class="soft">{words.stepOf(at, steps.length)}</p>
      {campaign.maker === 'operator' && <Wishes wishes={campaign.wishes} operator={operator} />}
      {step === 'offer' && <Wanted shop={shop} demand={demand} />}
      {/* While something is typed, the card comes first: a narrow page keeps the top of it in sight. */}
      <div class={step === 'check' ? 'columns' : 'columns watched'}>
        {parts.drawn && step !== 'check' && <CardPicture campaign={campaign} title={title} peek />}
        <div>{parts.children}</div>
        {parts.drawn && step === 'check' && <CardPicture campaign={campaign} title={title} />}
      </div>
    </div>
  );
}

function Wishes({ wishes, operator }: { wishes: string; operator: boolean }): VNode {
  const { handOver } = makerWords(useAround().language);
  return (
    <div class="sheet notice">
      <h2>{operator ? handOver.wanted : handOver.done}</h2>
      <p class="kept" dir="auto">
        {wishes}
      </p>
    </div>
  );
}

const mostWanted = 3;

function Wanted({ shop, demand }: Pick<MakerParts, 'shop' | 'demand'>): VNode | null {
  const { language } = useAround();
  const { offer } = makerWords(language);
  if (demand.asking === 0) return null;
  return (
    <div class="sheet">
      <p>{offer.asked(figure(demand.asking))}</p>
      <ul class="wanted">
        {demand.wants.slice(0, mostWanted).map(({ want, count }) => {
          const plain = want.kind === 'amount' ? { ...want, minor: String(want.minor) } : want;
          const said = writtenWant(plain, currencyOf(shop), language);
          return (
            <li key={said} dir="auto">
              {said} <span class="soft">{offer.people(count.toLocaleString('en'))}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type PictureParts = Pick<MakerParts, 'campaign'> & { title: string; peek?: boolean };

/** `peek`: on a narrow page a strip that stays, and shows the whole card when it is pressed. */
function CardPicture({ campaign, title, peek = false }: PictureParts): VNode {
  const { language } = useAround();
  const { look } = makerWords(language);
  const image = (
    <img
      class="card-picture"
      data-preview={pathOf({ campaign }, 'preview')}
      data-alt={look.pictureOf('…')}
      src={pathOf({ campaign }, `card?v=${campaign.version}&l=${language}`)}
      alt={look.pictureOf(title)}
      width={720}
      height={1160}
    />
  );
  return (
    <aside class={peek ? 'preview peek' : 'preview'}>
      <h2>{look.picture}</h2>
      {peek ? (
        <label>
          {image}
          <span class="whole">
            <input type="checkbox" autocomplete="off" data-whole />
            {look.whole}
          </span>
        </label>
      ) : (
        image
      )}
    </aside>
  );
}

type StepParts = MakerParts & { step: TypedStep; form: Typed; marks: Marks };

/** A step that something is typed at. Whichever button is pressed, what was typed is kept first. */
export function StepPage(parts: StepParts & { changed?: VNode; saved?: boolean }): VNode {
  const { step, form, marks, shop, campaign, changed, saved } = parts;
  const { language } = useAround();
  const words = makerWords(language);
  const Fields = stepFields[step];
  const count = Object.keys(marks).length;
  return (
    <MakerFrame {...parts} title={step === 'offer' ? fieldOf(form, 'title') : campaign.title}>
      {changed}
      {saved && <Done text={words.saved} />}
      <FaultList title={officeWords(language).pleaseCheck(count)} marks={marks} labels={makerLabels(words)} />
      <Form action={pathOf(parts, step)} data-unsaved={unsaved(count > 0 || changed !== undefined)} data-draft="">
        <input type="hidden" name="version" value={String(campaign.version)} />
        <input type="hidden" name="step" value={step} />
        {/* What the Enter key presses. */}
        <button class="first" type="submit" name="go" value="next" tabIndex={-1} aria-hidden="true">
          {words.next}
        </button>
        <StepList step={step} />
        <div class="sheet">
          <Fields form={form} marks={marks} shop={shop} />
        </div>
        <div class="way">
          <button class="button" type="submit" name="go" value="next">
            {words.next}
          </button>
          {step === 'look' && parts.drawn && (
            <button class="button light without-script" type="submit" name="go" value="look">
              {words.look.pictureAgain}
            </button>
          )}
          {step !== 'offer' && (
            <button class="button light" type="submit" name="go" value={steps[steps.indexOf(step) - 1]}>
              {words.back}
            </button>
          )}
        </div>
      </Form>
    </MakerFrame>
  );
}

/** As buttons of the step's form, so that going elsewhere keeps what was typed. */
function StepList({ step }: { step: StepName }): VNode {
  const words = makerWords(useAround().language);
  return (
    <ol class="steps">
      {steps.map((one) => (
        <li key={one}>
          <button type="submit" name="go" value={one} aria-current={one === step ? 'step' : undefined}>
            {words.steps[one]}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** The same at the last step, where nothing is typed. */
export function StepLinks({ campaign }: Pick<MakerParts, 'campaign'>): VNode {
  const words = makerWords(useAround().language);
  return (
    <ol class="steps">
      {steps.map((one) => (
        <li key={one}>
          <a href={pathOf({ campaign }, one)} aria-current={one === 'check' ? 'step' : undefined}>
            {words.steps[one]}
          </a>
        </li>
      ))}
    </ol>
  );
}
