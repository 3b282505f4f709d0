import { useEffect, useRef, useState } from 'preact/hooks';
import { openReader } from './read-barcodes.ts';
import { useSpeech } from './surroundings.ts';

type Trouble = 'refused' | 'none' | 'insecure' | 'broken';

/** Several looks a second: a hand does not hold still, and a telephone must not grow hot. */
const betweenLooksMs = 120;

const troubleOf = (error: unknown): Trouble => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'broken';
};

async function openCamera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 1_280 }, height: { ideal: 720 } },
  });
}

const hasTorch = (track: MediaStreamTrack | undefined): boolean =>
  Boolean((track?.getCapabilities?.() as { torch?: boolean } | undefined)?.torch);

/** Looks until it has read a barcode, and gives it once. */
export function Camera({ read }: { read: (code: string) => void }) {
  const { words } = useSpeech();
  const video = useRef<HTMLVideoElement>(null);
  const track = useRef<MediaStreamTrack>();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [looking, setLooking] = useState(false);
  const [torch, setTorch] = useState<'none' | 'on' | 'off'>('none');

  useEffect(() => {
    if (!navigator.mediaDevices) return setTrouble('insecure');
    let over = false;
    let stream: MediaStream | undefined;
    const look = async () => {
      stream = await openCamera();
      const screen = video.current;
      if (over || !screen) return;
      track.current = stream.getVideoTracks()[0];
      screen.srcObject = stream;
      await screen.play();
      const readFrame = await openReader();
      setLooking(true);
      setTorch(hasTorch(track.current) ? 'off' : 'none');
      while (!over) {
        const code = document.hidden ? null : await readFrame(screen);
        if (code !== null && !over) return read(code);
        await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
      }
    };
    look()
      .catch((error: unknown) => !over && setTrouble(troubleOf(error)))
      .finally(() => over && close());
    const close = () => {
      for (const one of stream?.getTracks() ?? []) one.stop();
    };
    return () => {
      over = true;
      close();
    };
  }, []);

  const light = async () => {
    const on = torch !== 'on';
    await track.current?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
    setTorch(on ? 'on' : 'off');
  };

  if (trouble) {
    return (
      <p class="note bad" role="alert">
        {words.camera[trouble]}
      </p>
    );
  }
  return (
    <div class="camera">
      <video ref={video} muted playsInline aria-label={words.scan.aim} />
      <span class="aim" aria-hidden="true" />
      <p role="status">{looking ? words.scan.aim : words.camera.starting}</p>
      {torch !== 'none' && (
        <button type="button" class="light" aria-pressed={torch === 'on'} onClick={() => void light()}>
          {words.scan.torch}
        </button>
      )}
    </div>
  );
}
