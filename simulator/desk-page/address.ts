import { useEffect, useState } from 'preact/hooks';
import { cast } from './cast.ts';
import type { Language } from './words/words.ts';

/** What the address keeps (`#me=+8210…&lang=ko&mute=1`), so that a page can be bookmarked, shared and reloaded. */
export interface Address {
  me: string;
  language: Language;
  muted: boolean;
}

const firstPerson = '+821020000001';

export function readAddress(hash: string, browserLanguage: string): Address {
  const given = new URLSearchParams(hash.replace(/^#/, '').replaceAll('+', '%2B'));
  const me = given.get('me') ?? '';
  const wanted = given.get('lang') ?? browserLanguage;
  return {
    me: cast.some(({ number }) => number === me) ? me : firstPerson,
    language: /^ko\b/i.test(wanted) ? 'ko' : 'en',
    muted: given.get('mute') === '1',
  };
}

export function toHash({ me, language, muted }: Address): string {
  return `#me=${me}&lang=${language}${muted ? '&mute=1' : ''}`;
}

const current = (): Address => readAddress(location.hash, navigator.language);

/** The address as state; going back in the browser's history works. */
export function useAddress(): [Address, (change: Partial<Address>) => void] {
  const [address, setAddress] = useState(current);
  useEffect(() => {
    const follow = () => setAddress(current());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [
    address,
    (change) => {
      location.hash = toHash({ ...current(), ...change });
    },
  ];
}
