/** Address of the decoder that belongs to this very version of barcode-detector; set by the build. */
declare const zxingWasmUrl: string;

/** What is read from a frame of the camera: the QR of a card, or the bars that carry its number. */
const formats = ['qr_code', 'code_128'] as const;

export type ReadFrame = (frame: HTMLVideoElement) => Promise<string | null>;

interface Detector {
  detect(frame: HTMLVideoElement): Promise<{ rawValue: string; format: string }[]>;
}

interface NativeDetector {
  new (settings: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

/** The browser's own reader where it knows both symbols; else one of a megabyte, fetched when it is first needed. */
export async function openReader(): Promise<ReadFrame> {
  const detector = (await nativeReader()) ?? (await fetchedReader());
  return async (frame) => {
    const found = await detector.detect(frame);
    // The QR first: with the number of the bars a certificate always needs the PIN.
    const best = found.find(({ format }) => format === 'qr_code') ?? found[0];
    return best?.rawValue || null;
  };
}

async function nativeReader(): Promise<Detector | null> {
  const { BarcodeDetector: Native } = globalThis as { BarcodeDetector?: NativeDetector };
  if (!Native) return null;
  const known = await Native.getSupportedFormats();
  return formats.every((format) => known.includes(format)) ? new Native({ formats }) : null;
}

async function fetchedReader(): Promise<Detector> {
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill');
  prepareZXingModule({
    overrides: {
      locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? zxingWasmUrl : prefix + path),
    },
  });
  return new BarcodeDetector({ formats: [...formats] });
}
