import { all } from './all.ts';

/** A form that is under way is not sent twice, what is typed is not left by mistake, and faults are seen first. */
export function guardForms(): void {
  const unsaved = new Set<HTMLFormElement>();
  let leaving = false;

  for (const form of all<HTMLFormElement>(document, 'form[method=post]')) {
    const { leaves, unsaved: typing } = form.dataset;
    // As a link does, it leads away from what is typed in another form.
    if (leaves !== undefined) {
      form.addEventListener('submit', takeLanguageAlong);
      continue;
    }
    form.addEventListener('submit', (event) => {
      if (form.dataset.sent === 'yes') return event.preventDefault();
      form.dataset.sent = 'yes';
      leaving = true;
      for (const button of all(form, 'button')) button.setAttribute('aria-disabled', 'true');
    });
    if (typing === 'already') unsaved.add(form);
    else if (typing !== undefined) form.addEventListener('input', () => unsaved.add(form));
  }

  // Whoever comes back by the browser's own button finds forms that can be sent.
  addEventListener('pageshow', () => {
    leaving = false;
    for (const form of all<HTMLFormElement>(document, 'form[data-sent]')) {
      delete form.dataset.sent;
      for (const button of all(form, 'button')) button.removeAttribute('aria-disabled');
    }
  });

  addEventListener('beforeunload', (event) => {
    if (unsaved.size > 0 && !leaving) event.preventDefault();
  });

  document.querySelector<HTMLElement>('[data-focus]')?.focus();
}

/** A step of the maker keeps what is typed whichever way it is left: it is sent itself, and says the language. */
function takeLanguageAlong(event: SubmitEvent): void {
  const draft = document.querySelector<HTMLFormElement>('form[data-draft]');
  const { submitter } = event;
  if (!draft || !(submitter instanceof HTMLButtonElement) || submitter.name !== 'language') return;
  event.preventDefault();
  const button = document.createElement('button');
  Object.assign(button, { name: submitter.name, value: submitter.value, hidden: true });
  draft.append(button);
  draft.requestSubmit(button);
  button.remove();
}
