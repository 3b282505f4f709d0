import type { VNode } from 'preact';
import { mostInEntry, waysToTell } from '../../core/shops/shop-entry.ts';
import { trades } from '../../core/shops/trades.ts';
import { tradeNames } from '../../wording/written/trades.ts';
import { Area, Choices, Field, type Marks, Select } from '../forms/field.tsx';
import { fieldOf, type Typed, valuesOf } from '../forms/form.ts';
import { useAround } from '../office/frame.tsx';
import { officeWords } from '../words/office/in-language.ts';
import type { OfficeWords } from '../words/office/office-words.ts';
import { days } from './entry-form.ts';

interface EntryParts {
  form: Typed;
  marks: Marks;
}

/** What the fields are called, in the order of the page: the list of faults follows it. */
export const entryLabels = ({ entry, weekdays }: OfficeWords): Marks => ({
  ownerName: entry.ownerName,
  ownerEmail: entry.ownerEmail,
  password: entry.password,
  name: entry.name,
  nameEn: entry.nameEn,
  trade: entry.trade,
  place: entry.place,
  about: entry.about,
  code: entry.code,
  ...Object.fromEntries(
    days.flatMap((day) => [
      [`opens${day}`, entry.opens(weekdays[day])],
      [`closes${day}`, entry.closes(weekdays[day])],
    ]),
  ),
  toldBy: entry.news,
  email: entry.email,
  phone: entry.phone,
  threshold: entry.threshold,
});

/** A shop, as it is registered and changed. */
export function EntryFields({ form, marks, known }: EntryParts & { known: boolean }): VNode {
  const { language } = useAround();
  const { entry: words } = officeWords(language);
  const text = (name: string) => ({ name, value: fieldOf(form, name), marks });
  const { optional } = words;
  return (
    <>
      <section class="sheet">
        <h2>{words.shop}</h2>
        <Field
          {...text('name')}
          label={words.name}
          hint={known ? words.nameChangeHint : words.lengthHint(mostInEntry.name)}
          required
          dir="auto"
          autocomplete="organization"
        />
        <Field
          {...text('nameEn')}
          label={words.nameEn}
          hint={words.nameEnHint(mostInEntry.nameEn)}
          optional={optional}
          dir="auto"
        />
        <Select
          {...text('trade')}
          label={words.trade}
          nothing={words.choose}
          choices={trades.map((trade) => ({ value: trade, label: tradeNames[language][trade] }))}
        />
        <Field
          {...text('place')}
          label={words.place}
          hint={words.lengthHint(mostInEntry.place)}
          optional={optional}
          dir="auto"
        />
        <Area {...text('about')} label={words.about} hint={words.aboutHint(mostInEntry.about)} optional={optional} />
        <Field
          {...text('code')}
          label={words.code}
          hint={known ? words.codeChangeHint : words.codeHint}
          inputmode="numeric"
          class="short"
        />
      </section>
      <HoursFields form={form} marks={marks} />
      <section class="sheet">
        <h2>{words.news}</h2>
        <Choices
          type="checkbox"
          name="toldBy"
          label={words.news}
          hint={words.newsHint}
          marks={marks}
          class="unlabelled"
          chosen={valuesOf(form, 'toldBy')}
          choices={waysToTell.map((way) => ({
            value: way,
            label: words.ways[way],
            ...(way === 'chat' ? { hint: words.chatHint } : {}),
          }))}
        />
        <Field {...text('email')} label={words.email} type="email" autocomplete="email" inputmode="email" />
        <Field {...text('phone')} label={words.phone} type="tel" autocomplete="tel" />
        <Field
          {...text('threshold')}
          label={words.threshold}
          hint={words.thresholdHint}
          inputmode="numeric"
          class="short"
        />
      </section>
    </>
  );
}

function HoursFields({ form, marks }: EntryParts): VNode {
  const { entry: words, weekdays } = officeWords(useAround().language);
  return (
    <fieldset class="sheet hours" id="hours" aria-describedby="hours-hint">
      <legend>{words.hours}</legend>
      <p class="hint" id="hours-hint">
        {words.hoursHint}
      </p>
      {days.map((day) => (
        <div class="day" key={day}>
          <span aria-hidden="true">{weekdays[day]}</span>
          <TimeField name={`opens${day}`} label={words.opens(weekdays[day])} form={form} marks={marks} />
          <span aria-hidden="true">–</span>
          <TimeField name={`closes${day}`} label={words.closes(weekdays[day])} form={form} marks={marks} />
          {[`opens${day}`, `closes${day}`].map(
            (name) =>
              marks[name] && (
                <p class="fault" id={`${name}-fault`} key={name}>
                  {marks[name]}
                </p>
              ),
          )}
        </div>
      ))}
    </fieldset>
  );
}

function TimeField({ name, label, form, marks }: EntryParts & { name: string; label: string }): VNode {
  return (
    <input
      type="time"
      id={name}
      name={name}
      value={fieldOf(form, name)}
      aria-label={label}
      aria-invalid={marks[name] ? 'true' : undefined}
      aria-describedby={marks[name] && `${name}-fault`}
    />
  );
}
