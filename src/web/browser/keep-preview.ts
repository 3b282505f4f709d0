/** Long enough for a word to be typed, short enough to be seen at once. */
const quietMs = 400;

/** The card as it would be with what stands in the form now, drawn while it is typed. */
export function keepPreview(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-draft]');
  const image = document.querySelector<HTMLImageElement>('img[data-preview]');
  const path = image?.dataset.preview;
  if (!form || !image || !path) return;
  const whole = document.querySelector<HTMLInputElement>('input[data-whole]');
  // The whole card would cover what is typed next.
  form.addEventListener('focusin', () => {
    if (whole) whole.checked = false;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest = 0;

  const draw = async (): Promise<void> => {
    const mine = ++newest;
    image.dataset.busy = '';
    const body = new URLSearchParams();
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string') body.append(name, value);
    });
    try {
      const answer = await fetch(path, { method: 'POST', body });
      // What was asked for later is drawn later, whatever comes back first.
      if (answer.ok && mine === newest) show(image, await answer.blob());
    } catch (error) {
      // Without a connection the picture stays as it was; the form is sent by the browser, which says so itself.
      if (!(error instanceof TypeError)) throw error;
    } finally {
      if (mine === newest) delete image.dataset.busy;
    }
  };
  const title = form.querySelector<HTMLInputElement>('input[name=title]');
  const pattern = image.dataset.alt ?? '';
  form.addEventListener('input', () => {
    // Who cannot see the picture hears of the title that is on it.
    if (title) image.alt = pattern.replace('…', () => title.value);
    clearTimeout(timer);
    timer = setTimeout(() => void draw(), quietMs);
  });
}

function show(image: HTMLImageElement, picture: Blob): void {
  const before = image.src;
  image.src = URL.createObjectURL(picture);
  if (before.startsWith('blob:')) URL.revokeObjectURL(before);
}
