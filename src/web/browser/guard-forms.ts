import { all } from './all.ts';

/** A form that is under way is not sent twice, what is typed is not left by mistake, and faults are seen first. */
export function guardForms(): void {
  const unsaved = new Set<HTMLFormElement>();
  let leaving = false;

  for (const form of all<HTMLFormElement>(document, 'form[method=post]')) {
    form.addEventListener('submit', (event) => {
      if (form.dataset.sent === 'yes') return event.preventDefault();
      form.dataset.sent = 'yes';
      leaving = true;
      for (const button of all(form, 'button')) button.setAttribute('aria-disabled', 'true');
    });
    if ('unsaved' in form.dataset) form.addEventListener('input', () => unsaved.add(form));
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
