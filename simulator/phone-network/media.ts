import { newSid } from '../world/ids.ts';

export interface Media {
  id: string;
  contentType: string;
  body: Buffer;
}

/** What is kept at most; the oldest goes first. */
const mediaLimit = 500;
const totalLimitBytes = 256 * 1_024 * 1_024;

export class MediaShelf {
  readonly #kept = new Map<string, Media>();
  #bytes = 0;

  keep(contentType: string, body: Buffer): Media {
    const media = { id: newSid('ME'), contentType, body };
    this.#kept.set(media.id, media);
    this.#bytes += body.length;
    for (const [id, old] of this.#kept) {
      if (this.#kept.size <= mediaLimit && this.#bytes <= totalLimitBytes) break;
      this.#kept.delete(id);
      this.#bytes -= old.body.length;
    }
    return media;
  }

  find(id: string): Media | undefined {
    return this.#kept.get(id);
  }
}
