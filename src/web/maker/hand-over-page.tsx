import type { VNode } from 'preact';
import { Area, Done } from '../forms/field.tsx';
import { Form, unsaved, useAround } from '../office/frame.tsx';
import { makerWords } from '../words/maker/in-language.ts';
import { officeWords } from '../words/office/in-language.ts';

interface HandOverParts {
  action: string;
  back: string;
  wishes: string;
  fault: string | null;
}

/** RC-08. The shop says in its own words what it wants to give. */
export function HandOverPage({ action, back, wishes, fault }: HandOverParts): VNode {
  const { language } = useAround();
  const { handOver: words } = makerWords(language);
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.text}</p>
      <Form action={action} class="sheet" data-unsaved={unsaved(fault !== null)}>
        <Area
          name="wishes"
          label={words.wishes}
          hint={words.wishesHint}
          value={wishes}
          marks={fault === null ? {} : { wishes: fault }}
          rows={6}
        />
        <button class="button" type="submit">
          {words.go}
        </button>
        <a class="quiet" href={back}>
          {officeWords(language).shop.back}
        </a>
      </Form>
    </div>
  );
}

/** `action`: what takes it back. */
export function HandedOverPage({ action, back, wishes }: Omit<HandOverParts, 'fault'>): VNode {
  const { language } = useAround();
  const { handOver: words } = makerWords(language);
  return (
    <div class="narrow">
      <h1>{words.handedTitle}</h1>
      <Done text={words.done} />
      <div class="sheet">
        <p class="kept" dir="auto">
          {wishes}
        </p>
      </div>
      <details class="sheet">
        <summary>{words.takeBack}</summary>
        <p>{words.takeBackText}</p>
        <Form action={action}>
          <button class="button" type="submit">
            {words.takeBackGo}
          </button>
        </Form>
      </details>
      <a class="quiet" href={back}>
        {officeWords(language).shop.back}
      </a>
    </div>
  );
}
