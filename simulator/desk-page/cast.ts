import { subscribers } from '../people.ts';

type Language = 'ko' | 'en';

/** Somebody whom a visitor can be at the desk. */
export interface Person {
  number: string;
  name: Record<Language, string>;
  /** For a small label. */
  short: Record<Language, string>;
  /** The letter or syllable in the round picture. */
  mark: string;
  colour: 'pine' | 'plum' | 'clay' | 'sea' | 'moss' | 'stone';
  /** Number and PIN of a member. */
  member?: { number: string; pin: string; card: 'good' | 'declined' };
  /** Shop that this person owns. */
  owns?: string;
  /** False: no MMS arrives, and replies do not reach us. */
  twoWay: boolean;
}

type Extra = Omit<Person, 'number' | 'name' | 'twoWay'> & { english: string };

const unknownName = { ko: '모르는 번호', en: 'Unknown' };

const extras: Record<string, Extra> = {
  '+821020000001': {
    english: 'Kim Jisu',
    short: { ko: '지수', en: 'Jisu' },
    mark: '지',
    colour: 'pine',
    member: { number: '100001', pin: '2580', card: 'good' },
  },
  '+821020000002': {
    english: 'Lee Minho',
    short: { ko: '민호', en: 'Minho' },
    mark: '민',
    colour: 'sea',
    member: { number: '100002', pin: '1470', card: 'declined' },
  },
  '+821020000003': {
    english: 'Park Sora',
    short: { ko: '소라', en: 'Sora' },
    mark: '소',
    colour: 'plum',
    member: { number: '100003', pin: '3690', card: 'good' },
    owns: '101',
  },
  '+821030000001': { english: 'Choi Yuna', short: { ko: '유나', en: 'Yuna' }, mark: '유', colour: 'clay' },
  '+821030000002': { english: 'Jung Hoon', short: { ko: '훈', en: 'Hoon' }, mark: '훈', colour: 'moss' },
  '+821030000009': { english: '', short: { ko: '모름', en: 'No one' }, mark: '?', colour: 'stone' },
};

/** Everybody whom the carrier knows of, in its order. */
export const cast: readonly Person[] = subscribers.flatMap(({ number, name, twoWay }) => {
  const extra = extras[number];
  if (!extra) return [];
  const { english, ...facts } = extra;
  return [{ number, name: name === null ? unknownName : { ko: name, en: english }, twoWay, ...facts }];
});

export const personAt = (number: string): Person | undefined => cast.find((one) => one.number === number);

export interface Shop {
  number: string;
  name: Record<Language, string>;
}

export const shops: readonly [Shop, ...Shop[]] = [
  { number: '101', name: { ko: '한라악기', en: 'Halla Music' } },
  { number: '102', name: { ko: '북촌식당', en: 'Bukchon Table' } },
  { number: '103', name: { ko: '제주렌터카', en: 'Jeju Rent' } },
  { number: '104', name: { ko: '바닷가민박', en: 'Seaside Stay' } },
];
