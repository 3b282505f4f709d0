import { useState } from 'preact/hooks';
import { personAt } from '../cast.ts';
import { Icon } from '../icons.tsx';
import type { LiveMessage } from '../live.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { writtenNumber } from '../written.ts';

const shown = 6;

interface ShowPictureParts {
  messages: LiveMessage[];
  show: (picture: Blob | string) => void;
}

const isPictureUrl = (url: string): boolean =>
  URL.canParse(url) && new URL(url).origin === location.origin && new URL(url).pathname.startsWith('/desk/media/');

/** A picture that was dropped: a file, or one dragged over from the texts of this page. */
function droppedPicture(data: DataTransfer | null): Blob | string | null {
  const file = data?.files[0];
  const url = data?.getData('text/uri-list') ?? '';
  return isPictureUrl(url) ? url : (file ?? null);
}

export function ShowPicture({ messages, show }: ShowPictureParts) {
  const { till } = useWords();
  const language = useLanguage();
  const [over, setOver] = useState(false);
  const pictures = messages
    .flatMap(({ to, media }) => media.map(({ url }) => ({ to, url })))
    .slice(-shown)
    .reverse();
  return (
    <>
      <section
        aria-label={till.show}
        class={`drop${over ? ' over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const picture = droppedPicture(event.dataTransfer);
          if (picture !== null) show(picture);
        }}
      >
        <Icon name="picture" />
        <strong>{till.show}</strong>
        <span>{till.drop}</span>
        <label class="file">
          <input
            type="file"
            accept="image/*"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) show(file);
              event.currentTarget.value = '';
            }}
          />
          {till.file}
        </label>
      </section>
      <h3>{till.newest}</h3>
      {pictures.length === 0 && <p class="none">{till.noPictures}</p>}
      <ul class="pictures">
        {pictures.map(({ to, url }) => (
          <li key={url}>
            <button type="button" onClick={() => show(url)}>
              <img src={url} alt="" />
              <span>{till.pictureOf(personAt(to)?.name[language] ?? writtenNumber(to))}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
