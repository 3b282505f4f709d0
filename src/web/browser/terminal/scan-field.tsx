import { useState } from 'preact/hooks';
import { Camera } from './camera.tsx';
import { grouped, typedCode } from './scanned.ts';
import { useSpeech } from './surroundings.ts';

interface ScanFieldParts {
  scan: (code: string) => void;
  camera: boolean;
  setCamera: (on: boolean) => void;
  byPhone: () => void;
}

/** The one field: a hand scanner, a keyboard or the camera gives what stands in it. */
export function ScanField({ scan, camera, setCamera, byPhone }: ScanFieldParts) {
  const { words } = useSpeech();
  const [typed, setTyped] = useState('');
  const [empty, setEmpty] = useState(false);
  return (
    <section class="step">
      <h1>{words.scan.title}</h1>
      <form
        class="scan"
        onSubmit={(event) => {
          event.preventDefault();
          const code = typedCode(typed);
          setEmpty(code === '');
          if (code !== '') scan(code.slice(0, 64));
        }}
      >
        <label for="code">{words.scan.label}</label>
        <div class="row">
          <input
            id="code"
            autocomplete="off"
            autocapitalize="characters"
            autocorrect="off"
            spellcheck={false}
            autofocus
            inputMode={camera ? 'none' : 'text'}
            maxLength={80}
            value={typed}
            aria-describedby={empty ? 'code-fault' : 'code-hint'}
            aria-invalid={empty ? 'true' : undefined}
            onInput={(event) => {
              const field = event.currentTarget;
              // In the middle of it nothing is moved under the cursor.
              const atEnd = field.selectionStart === field.value.length;
              setTyped(atEnd ? grouped(field.value) : field.value);
            }}
          />
          <button type="submit" class="strong">
            {words.scan.check}
          </button>
        </div>
        {empty ? (
          <p class="fault" id="code-fault" role="alert">
            {words.scan.empty}
          </p>
        ) : (
          <p class="hint" id="code-hint">
            {words.scan.hint}
          </p>
        )}
      </form>
      {camera && <Camera read={scan} />}
      <div class="ways">
        <button type="button" onClick={() => setCamera(!camera)}>
          {camera ? words.scan.cameraOff : words.scan.camera}
        </button>
        <button type="button" onClick={byPhone}>
          {words.scan.byPhone}
        </button>
      </div>
    </section>
  );
}
