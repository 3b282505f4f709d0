import { cast, type Person, shops } from './cast.ts';
import { useLanguage, useWords } from './words/words.ts';
import { writtenCount } from './written.ts';

/** What a visitor should know of somebody, in one or two short lines. */
export function useRole(): (person: Person) => string[] {
  const words = useWords();
  const language = useLanguage();
  return ({ member, owns, twoWay }) => {
    if (!twoWay) return [words.oneWay];
    if (!member) return words.noMember;
    const shop = shops.find(({ number }) => number === owns);
    const card = member.card === 'good' ? words.cardGood : words.cardDeclined;
    return [words.member(member.number, member.pin), shop ? words.ownerOf(shop.name[language]) : card];
  };
}

interface PeopleParts {
  me: string;
  /** How many texts each number has not seen. */
  unread: ReadonlyMap<string, number>;
  ringing: ReadonlySet<string>;
  choose: (number: string) => void;
}

/** Who am I? Six faces, the chosen one told by a ring and by its state. */
export function People({ me, unread, ringing, choose }: PeopleParts) {
  const words = useWords();
  const language = useLanguage();
  const role = useRole();
  return (
    <nav class="people" aria-label={words.whoAreYou}>
      {cast.map((person) => {
        const count = unread.get(person.number) ?? 0;
        return (
          <button
            type="button"
            key={person.number}
            class={`person${ringing.has(person.number) ? ' ringing' : ''}`}
            aria-pressed={person.number === me}
            data-number={person.number}
            onClick={() => choose(person.number)}
          >
            <span class={`face ${person.colour}`} aria-hidden="true">
              {person.mark}
            </span>
            <span class="named">
              <strong>
                <span class="full">{person.name[language]}</span>
                <span class="short" aria-hidden="true">
                  {person.short[language]}
                </span>
              </strong>
              <small>
                {role(person).map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </small>
            </span>
            {count > 0 && (
              <span class="badge">
                <span aria-hidden="true">{writtenCount(count)}</span>
                <span class="hidden">{words.unread(count)}</span>
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
