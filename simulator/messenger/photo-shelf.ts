import sharp from 'sharp';
import { newFileId, newFileUniqueId } from '../world/ids.ts';
import type { ApiFile, ApiPhotoSize } from './api-objects.ts';
import { BotRefusal } from './bot-refusal.ts';

/** core.telegram.org/bots/api#sendphoto. */
const photoLimitBytes = 10 * 1_024 * 1_024;
const sidesLimitPx = 10_000;
const ratioLimit = 20;
/** Telegram keeps a photo as JPEG within this, and as a small one within the next. */
const largeSidePx = 1_280;
const smallSidePx = 320;
const quality = 87;

/** What is kept at most; the oldest goes first. */
const photoLimit = 500;
const totalLimitBytes = 256 * 1_024 * 1_024;

export interface KeptPhoto {
  sizes: ApiPhotoSize[];
  /** JPEG. */
  body: Buffer;
}

const within = (width: number, height: number, side: number) => {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

async function toJpeg(body: Buffer): Promise<{ body: Buffer; width: number; height: number }> {
  const picture = sharp(body, { failOn: 'error' });
  const {
    width,
    height,
    format,
    orientation = 1,
  } = await picture.metadata().catch(() => {
    throw BotRefusal.bad('IMAGE_PROCESS_FAILED');
  });
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > sidesLimitPx || ratio > ratioLimit) throw BotRefusal.bad('PHOTO_INVALID_DIMENSIONS');
  // Telegram packs every photo anew; one that is right already is left alone here, for speed.
  if (format === 'jpeg' && orientation === 1 && Math.max(width, height) <= largeSidePx) return { body, width, height };
  const { data, info } = await picture
    .rotate()
    .resize(largeSidePx, largeSidePx, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw BotRefusal.bad('IMAGE_PROCESS_FAILED');
    });
  return { body: data, width: info.width, height: info.height };
}

/** The newest photos, by the id of each of their sizes. */
export class PhotoShelf {
  readonly #byId = new Map<string, KeptPhoto>();
  readonly #kept = new Set<KeptPhoto>();
  #bytes = 0;

  /** Refused as Telegram refuses what is empty, too large, or no picture. */
  async keep(original: Buffer): Promise<KeptPhoto> {
    if (original.length === 0) throw BotRefusal.bad('file must be non-empty');
    if (original.length > photoLimitBytes) {
      throw BotRefusal.bad(
        `file of size ${original.length} bytes is too big for a photo; the maximum size is ${photoLimitBytes} bytes`,
      );
    }
    const { body, width, height } = await toJpeg(original);
    const sizes: ApiPhotoSize[] = [{ ...namedFile(), width, height, file_size: body.length }];
    if (Math.max(width, height) > smallSidePx) sizes.unshift({ ...namedFile(), ...within(width, height, smallSidePx) });
    const photo = { sizes, body };
    this.#add(photo);
    return photo;
  }

  #shrink(body: Buffer, width: number, height: number): Promise<Buffer> {
    return sharp(body).resize(width, height, { fit: 'fill' }).jpeg({ quality }).toBuffer();
  }

  #add(photo: KeptPhoto): void {
    this.#kept.add(photo);
    this.#bytes += photo.body.length;
    for (const { file_id } of photo.sizes) this.#byId.set(file_id, photo);
    for (const old of this.#kept) {
      if (this.#kept.size <= photoLimit && this.#bytes <= totalLimitBytes) break;
      this.#kept.delete(old);
      this.#bytes -= old.body.length;
      for (const { file_id } of old.sizes) this.#byId.delete(file_id);
    }
  }

  find(fileId: string): KeptPhoto | undefined {
    return this.#byId.get(fileId);
  }

  /** The file as it is downloaded: a small size is made then. */
  async fileOf(fileId: string): Promise<{ size: ApiPhotoSize; body: Buffer } | null> {
    const photo = this.#byId.get(fileId);
    const size = photo?.sizes.find(({ file_id }) => file_id === fileId);
    if (!photo || !size) return null;
    const isWhole = size === photo.sizes.at(-1);
    return { size, body: isWhole ? photo.body : await this.#shrink(photo.body, size.width, size.height) };
  }
}

/** The name of something that has no file here: a sticker, a voice. */
export const namedFile = (): ApiFile => ({ file_id: newFileId(), file_unique_id: newFileUniqueId() });
