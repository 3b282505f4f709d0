import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { contrastOf } from '../../src/cards/colours.ts';
import { loadFonts } from '../../src/cards/fonts.ts';
import { type Shaper, shapersOf } from '../../src/cards/shape-text.ts';
import { plotLater } from '../../src/plot-pictures.ts';
import { HEAT, INK_SOFT, PAPER, ROLES } from '../../src/plots/colours.ts';
import type { Plot } from '../../src/plots/plot.ts';
import { type WrittenLanguage, writtenLanguages } from '../../src/wording/written/language.ts';
import { wordCampaignPlot } from '../../src/wording/written/plots/campaign.ts';
import { wordDemandPlot } from '../../src/wording/written/plots/demand.ts';
import { wordOwnHistoryPlot } from '../../src/wording/written/plots/own-history.ts';
import { ODD_TEXTS } from '../cards/odd-texts.ts';
import { campaign, demand, own } from './facts.ts';
import { apart, colourBlindnesses } from './seen-colours.ts';
import { textsOf } from './texts-of.ts';

const plots = plotLater('assets');
let shapers: Record<WrittenLanguage, Shaper>;
beforeAll(async () => {
  shapers = shapersOf(await loadFonts('assets'));
});

/** All texts of a plot, each on the picture and on no other. */
async function expectReadable(plot: Plot, widthPx: number): Promise<string[]> {
  const texts = textsOf(await plots.svg(plot, { id: 'plot', widthPx }), shapers[plot.language]);
  for (const [index, one] of texts.entries()) {
    expect(one.left, one.text).toBeGreaterThanOrEqual(0);
    expect(one.right, one.text).toBeLessThanOrEqual(widthPx);
    for (const other of texts.slice(index + 1)) {
      const clear =
        one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
      expect(clear, `${one.text} and ${other.text}`).toBe(true);
    }
  }
  return texts.map(({ text }) => text);
}

const all = (language: WrittenLanguage): Plot[] => [
  wordDemandPlot(demand, language),
  wordCampaignPlot(campaign, language),
  wordOwnHistoryPlot(own, language),
];

const much = (times: number) => ({
  demand: {
    ...demand,
    asked: 12 * times,
    wants: demand.wants.map((one) => ({ ...one, people: one.people * times })),
    days: demand.days.map((one) => ({ ...one, people: one.people * times })),
  },
  campaign: {
    ...campaign,
    days: campaign.days.map((one) => ({ ...one, fetched: one.fetched * times, used: one.used * times })),
    hours: campaign.hours.map((one) => ({ ...one, used: one.used * times })),
  },
});

const nothing = {
  demand: { ...demand, asked: 0, wants: [], days: [] },
  campaign: { ...campaign, days: [], hours: [], shops: [], customers: [] },
  own: { months: own.months.map(({ month }) => ({ month, asked: 0, got: 0, used: 0 })), trades: [] },
};

describe('RC-06 RC-12 EC-10 who looks at a plot can read it', () => {
  test('on a telephone and in a mail, in Korean, English and Japanese, in the project’s own fonts', async () => {
    for (const language of writtenLanguages) {
      for (const plot of all(language)) {
        for (const widthPx of [320, 360, 600]) await expectReadable(plot, widthPx);
        const texts = textsOf(await plots.svg(plot, { id: 'plot' }), shapers[language]);
        expect(texts.filter(({ missing }) => missing > 0)).toEqual([]);
      }
    }
  });

  test('with 12 who ask, and with a million', async () => {
    for (const times of [1, 80_000]) {
      const { demand: many, campaign: large } = much(times);
      for (const language of writtenLanguages) {
        await expectReadable(wordDemandPlot(many, language), 360);
        await expectReadable(wordCampaignPlot(large, language), 360);
      }
    }
    expect(await expectReadable(wordDemandPlot(much(80_000).demand, 'ko'), 360)).toContain('960,000 / 20명');
  });

  test('with one request of one person, and with ten thousand different ones over years', async () => {
    const one = { ...demand, asked: 1, threshold: 1, wants: demand.wants.slice(3, 4), days: demand.days.slice(0, 1) };
    const texts = await expectReadable(wordDemandPlot(one, 'en'), 360);
    expect(texts).toEqual(expect.arrayContaining(['1 of 1', 'Your threshold of 1 is reached', '1 person']));
    const wants = Array.from({ length: 10_000 }, (_, at) => ({
      want: { kind: 'gift-item', item: `선물 ${at}` } as const,
      people: 10_000 - at,
    }));
    const long = { ...demand, wants, span: { from: '2024-01-01', until: '2026-11-21' } };
    const crowd = await expectReadable(wordDemandPlot(long, 'ko'), 360);
    expect(crowd).toEqual(expect.arrayContaining(['선물 0', '선물 5', '그 밖에 9994가지', '월별 요청']));
    expect(crowd).not.toContain('선물 6');
  });

  test('and where there is nothing yet, the plot says so', async () => {
    const empty = [
      wordDemandPlot(nothing.demand, 'ko'),
      wordCampaignPlot(nothing.campaign, 'en'),
      wordOwnHistoryPlot(nothing.own, 'ja'),
    ];
    const said = (await Promise.all(empty.map((plot) => expectReadable(plot, 360)))).flat();
    expect(said).toEqual(
      expect.arrayContaining([
        '아직 요청이 없습니다.',
        '0 / 20명',
        'No coupon has been fetched yet.',
        'クーポンを使うとここに表示されます。',
      ]),
    );
    expect(wordOwnHistoryPlot({ months: [], trades: [] }, 'ko').subtitle).toBe('');
  });

  test('what is 0 throughout one’s own history has neither a label nor a place', () => {
    const months = [{ month: '2026-11', asked: 2, got: 0, used: 0 }];
    const { panels } = wordOwnHistoryPlot({ months, trades: [{ trade: 'cafe', used: 0 }] }, 'ko');
    expect(panels).toMatchObject([
      { kind: 'columns', title: '월별 요청 2', series: [{ name: '요청 2', values: [2] }] },
    ]);
  });

  test('whatever a shop or a customer wrote stays text, on the picture and in the page', async () => {
    for (const text of Object.values(ODD_TEXTS)) {
      const shopNames = { name: text, nameEn: text };
      const wants = [{ want: { kind: 'gift-item', item: text } as const, people: 3 }];
      await expectReadable(wordDemandPlot({ ...demand, shopNames, wants }, 'ko'), 360);
      const shops = campaign.shops.map((shop) => ({ ...shop, names: shopNames }));
      const plot = wordCampaignPlot({ ...campaign, shopNames, title: text, shops }, 'ko');
      await expectReadable(plot, 360);
      expect(await plots.svg(plot, { id: 'plot' })).not.toMatch(/<(?:script|b)\b/);
      expect((await plots.png(plot)).picture.byteLength).toBeLessThan(300_000);
    }
  });
});

describe('who cannot see a plot', () => {
  test('hears its name and all of it in words', async () => {
    const svg = await plots.svg(wordDemandPlot(demand, 'ko'), { id: 'demand' });
    expect(svg).toContain('role="img" aria-labelledby="demand-title demand-text"');
    expect(svg).toContain('<title id="demand-title">북촌식당에 모인 쿠폰 요청</title>');
    expect(svg).toContain(
      '12명이 요청했고 알림 기준은 20명입니다. 10–19% 할인 5명, 20% 할인 3명, 5,000원–9,999원 할인 2명',
    );
    expect(wordCampaignPlot(campaign, 'en').description).toMatch(
      /^\d+ fetched, \d+ used \(\d+% used\)\. Most on \w{3} at \d\d:00 \(\d uses\)\. Bukchon Main: 41 uses; /,
    );
    expect(wordOwnHistoryPlot(own, 'ja').description).toBe(
      'リクエスト23回、受取12枚、利用12枚。飲食店 8回、宿泊 3回、観光 1回。',
    );
  });

  test('or sees other colours, tells the bars apart, and each from the paper', () => {
    const roles = Object.values(ROLES);
    for (const colour of roles) expect(contrastOf(colour, PAPER)).toBeGreaterThanOrEqual(3);
    expect(contrastOf(INK_SOFT, PAPER)).toBeGreaterThanOrEqual(4.5);
    for (const blindness of colourBlindnesses) {
      for (const [index, one] of roles.entries()) {
        for (const other of roles.slice(index + 1)) {
          expect(apart(one, other, blindness), `${one} ${other} ${blindness}`).toBeGreaterThan(20);
        }
      }
    }
    const steps = HEAT.map((colour) => contrastOf(colour, PAPER));
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
  });
});

test('a plot brings nothing into a page but itself: no style, no class, no script, no id that another has', async () => {
  for (const plot of all('ko')) {
    const svg = await plots.svg(plot, { id: 'mine' });
    expect(svg).not.toMatch(/<style|<script|<image|<foreignObject| class=| style=| on\w+=|ecmeta|url\(/);
    expect([...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual(['mine-title', 'mine-text']);
    expect(svg.length).toBeLessThan(60_000);
  }
  await expect(plots.svg(wordDemandPlot(demand, 'ko'), { id: '"><script>' })).rejects.toThrow(RangeError);
});

test('as a picture it is a PNG of the same proportions, with no text element that a font could be missing for', async () => {
  for (const plot of all('ja')) {
    const { picture, width, height, contentType } = await plots.png(plot, { widthPx: 600 });
    expect([contentType, width]).toEqual(['image/png', 1_200]);
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width, height });
    expect(picture.byteLength).toBeLessThan(300_000);
  }
});

test('columns stand for days, weeks or months, so that there are never more than a telephone shows', () => {
  const columns = (until: string) => {
    const plot = wordDemandPlot({ ...demand, span: { from: '2026-01-01', until } }, 'ko');
    const panel = plot.panels[2];
    return panel?.kind === 'columns' ? { title: panel.title, count: panel.labels.length } : null;
  };
  expect(columns('2026-01-31')).toEqual({ title: '날짜별 요청', count: 31 });
  expect(columns('2026-02-01')).toEqual({ title: '주별 요청', count: 5 });
  expect(columns('2026-11-21')).toEqual({ title: '월별 요청', count: 11 });
});

test('thirty plots more leave no memory behind', async () => {
  const drawn = async (from: number) => {
    for (let asked = from; asked < from + 30; asked += 1) await plots.png(wordDemandPlot({ ...demand, asked }, 'ko'));
    return process.memoryUsage().rss / 1e6;
  };
  const early = await drawn(0);
  expect((await drawn(30)) - early).toBeLessThan(40);
});
