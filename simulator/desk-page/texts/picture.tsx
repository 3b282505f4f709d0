import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../icons.tsx';
import { useWords } from '../words/words.ts';

interface PictureParts {
  url: string;
  /** Carries it over to the till. */
  toTill: () => void;
  close: () => void;
}

/** An MMS picture as large as the window. Escape, the button or a click beside it closes it. */
export function Picture({ url, toTill, close }: PictureParts) {
  const { texts } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      class="picture"
      ref={dialog}
      aria-label={texts.picture}
      onClose={close}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <img src={url} alt={texts.picture} />
      <div class="picture-buttons">
        <button type="button" class="strong" onClick={toTill}>
          <Icon name="till" />
          {texts.toTill}
        </button>
        <button type="button" class="plain" onClick={() => dialog.current?.close()}>
          {texts.close}
        </button>
      </div>
    </dialog>
  );
}
