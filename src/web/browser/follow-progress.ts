interface Progress {
  underWay: boolean;
  done: number;
  total: number;
  lines: string[];
}

const everyMs = 1_500;
const mostEveryMs = 15_000;

/** The bar moves by itself; when the sending has ended, the page is loaded once more. */
export function followProgress(): void {
  const sheet = document.querySelector<HTMLElement>('[data-progress]');
  const path = sheet?.dataset.progress;
  if (!sheet || !path) return;
  const bar = sheet.querySelector('progress');
  const lines = sheet.querySelector<HTMLElement>('[data-lines]');

  const look = async (waitMs: number): Promise<void> => {
    let nextMs = everyMs;
    try {
      const answer = await fetch(path, { headers: { accept: 'application/json' } });
      if (!answer.ok) return location.reload();
      const progress: Progress = await answer.json();
      if (!progress.underWay) return location.reload();
      if (bar) bar.value = progress.done;
      if (lines) write(lines, progress.lines);
    } catch (error) {
      // No connection for now: asked again, less and less often.
      if (!(error instanceof TypeError)) throw error;
      nextMs = Math.min(waitMs * 2, mostEveryMs);
    }
    setTimeout(() => void look(nextMs), nextMs);
  };
  setTimeout(() => void look(everyMs), everyMs);
}

/** Only what changed is written, so that a screen reader says only that. */
function write(into: HTMLElement, lines: string[]): void {
  const said = Array.from(into.children, ({ textContent }) => textContent);
  if (said.join('\n') === lines.join('\n')) return;
  into.replaceChildren(
    ...lines.map((line, at) => {
      const paragraph = document.createElement('p');
      paragraph.className = at === 0 ? 'strong' : 'soft';
      paragraph.textContent = line;
      return paragraph;
    }),
  );
}
