import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { prepareZXingModule, type ReaderOptions, readBarcodes as readPixels } from 'zxing-wasm/reader';

// Without its file in hand the decoder would look for it on the network.
const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) } });

/** What a decoder that nobody here wrote reads in a picture. */
export async function readBarcodes(picture: Buffer, format: 'QRCode' | 'Code128'): Promise<string[]> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const pixels = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' } as const;
  const options: ReaderOptions = { formats: [format], tryHarder: true };
  const found = await readPixels(pixels, options);
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}
