import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { cacheFolder } from './cache-folder.ts';
import { openBrowser } from './open-browser.ts';

const frame = { width: 1280, height: 720 };
const frames = 30;

/** A browser whose camera sees this picture, a hand's breadth away on a grey counter. */
export async function browserWithCamera(picture: Buffer): Promise<Browser> {
  const card = await sharp(picture)
    .resize({ height: 680 })
    .rotate(3, { background: '#777777' })
    .resize({ height: frame.height })
    .toBuffer();
  const seen = await sharp({ create: { ...frame, channels: 3, background: '#777777' } })
    .composite([{ input: card }])
    .jpeg({ quality: 80 })
    .toBuffer();
  const file = path.join(cacheFolder('giftline-camera-'), 'counter.mjpeg');
  writeFileSync(file, Buffer.concat(Array.from({ length: frames }, () => seen)));
  return openBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ]);
}
