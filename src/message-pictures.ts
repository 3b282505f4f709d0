import type { MessageFacts } from './core/messages/message-facts.ts';
import { demandFacts } from './coupon-plots.ts';
import { couponCardFacts } from './operations/coupons/card-facts.ts';
import type { Operations } from './operations/operations.ts';
import type { PictureOf } from './outbox/outbox-deps.ts';
import type { Plots } from './plot-pictures.ts';
import type { DrawCardOf, DrawCoupons } from './web/send-card.ts';
import { languageOfLocale } from './wording/written/language.ts';
import { wordDemandPlot } from './wording/written/plots/demand.ts';

interface Drawing {
  operations: Pick<Operations, 'cardFacts' | 'voucherCard' | 'testCard' | 'demandOf' | 'demandByDay' | 'shopById'>;
  drawCard: DrawCardOf;
  drawCoupons: DrawCoupons;
  plots: Plots;
}

/**
 * The pictures that go with messages, for the channels that carry pictures themselves. Null: the message has none, or the
 * picture is not there any more.
 */
export function messagePictures(drawing: Drawing): PictureOf {
  return async (facts, locale) => {
    const drawn = await draw(drawing, facts, locale);
    return drawn && { bytes: drawn.picture, type: drawn.contentType === 'image/png' ? 'image/png' : 'image/jpeg' };
  };
}

type Drawn = { picture: Buffer; contentType: string };

async function draw(drawing: Drawing, facts: MessageFacts, locale: string): Promise<Drawn | null> {
  const { operations, drawCard, drawCoupons } = drawing;
  switch (facts.kind) {
    case 'card': {
      const card = await operations.cardFacts(facts.certificateId, facts.cardVersion);
      return card && drawCard(card, 'jpeg');
    }
    case 'coupon': {
      const { campaignId, voucherId, cardVersion } = facts;
      const card = await operations.voucherCard(voucherId === null ? { campaignId } : { voucherId, cardVersion });
      return card && drawCoupons.card(couponCardFacts(card), locale, 'jpeg');
    }
    case 'test-card': {
      const test = await operations.testCard(facts);
      return test && drawCoupons.sample(test.facts, test.tracked, locale);
    }
    case 'demand-reached':
      return drawDemand(drawing, facts.shopId, locale);
    default:
      return null;
  }
}

/** RC-06: the demand as it is when the mail goes, which may be a little later than the word of it. */
async function drawDemand({ operations, plots }: Drawing, shopId: string, locale: string): Promise<Drawn> {
  const shop = await operations.shopById(shopId);
  const days = await operations.demandByDay(shopId);
  const facts = demandFacts({ shop, demand: await operations.demandOf(shopId), days }, days.at(-1)?.day ?? '');
  const { picture, contentType } = await plots.png(wordDemandPlot(facts, languageOfLocale(locale)));
  return { picture, contentType };
}
