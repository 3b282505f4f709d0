import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';

/** Address of the decoder that belongs to this very version of barcode-detector; set by the build. */
declare const zxingWasmUrl: string;

prepareZXingModule({
  overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? zxingWasmUrl : prefix + path) },
});

const detector = new BarcodeDetector({ formats: ['qr_code'] });

/** What the QR in a picture says, read from its pixels; null when there is none, or it is no picture. */
export async function readPicture(picture: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(picture).catch(() => null);
  if (bitmap === null) return null;
  const [first] = await detector.detect(bitmap);
  bitmap.close();
  return first?.rawValue ?? null;
}
