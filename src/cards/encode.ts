import sharp from 'sharp';
import type { Raster } from './raster.ts';

export type PictureFormat = 'png' | 'jpeg';

/** Tried in turn until the picture is small enough; the last still reads well, below it a card is no longer a gift. */
const JPEG_QUALITIES = [88, 76, 62, 50];

const CONTENT_TYPES = { png: 'image/png', jpeg: 'image/jpeg' } as const satisfies Record<PictureFormat, string>;

function* tries({ data, ...raw }: Raster, format: PictureFormat): Generator<Promise<Buffer>> {
  const picture = () => sharp(data, { raw });
  if (format === 'jpeg') {
    for (const quality of JPEG_QUALITIES) yield picture().jpeg({ quality }).toBuffer();
    return;
  }
  // Level 4 takes two thirds of the time of level 6 and gives 77 KB instead of 63.
  yield picture().png({ compressionLevel: 4 }).toBuffer();
  // Flat colours and the greys at their edges: 64 entries look the same.
  yield picture().png({ palette: true, colours: 64, compressionLevel: 9 }).toBuffer();
}

/** Encodes a card within `maxBytes`; throws a RangeError when no quality is small enough, which is a wrong setting. */
export async function encodePicture(raster: Raster, as: { format: PictureFormat; maxBytes: number }) {
  for (const attempt of tries(raster, as.format)) {
    const picture = await attempt;
    if (picture.byteLength > as.maxBytes) continue;
    return { picture, contentType: CONTENT_TYPES[as.format], width: raster.width, height: raster.height };
  }
  throw new RangeError(`a card does not fit into ${as.maxBytes} bytes as ${as.format}`);
}
