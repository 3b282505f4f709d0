/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Printing is the one thing that a page cannot do by itself: without this script the browser's own menu does it.
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
