import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname, join } from 'node:path';

/** The decoder of the very zxing-wasm that barcode-detector brings: with another version it crashes. */
export function decoderFile() {
  const besideDetector = createRequire(createRequire(import.meta.url).resolve('barcode-detector'));
  return besideDetector.resolve('zxing-wasm/reader/zxing_reader.wasm');
}

/** Copies a file under a name that holds the hash of its content, and gives that name. */
export function copyHashed(file, outdir) {
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 8).toUpperCase();
  const name = `${basename(file, extname(file))}-${hash}${extname(file)}`;
  copyFileSync(file, join(outdir, name));
  return name;
}
