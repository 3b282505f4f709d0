import type { VNode } from 'preact';

interface PinFieldParts {
  name: string;
  label: string;
  hint?: string;
  /** What is wrong with what was typed; PINs themselves are never shown again. */
  fault?: string | null;
  kept?: boolean;
}

/** Four to six digits, typed unseen. `kept`: a PIN that exists already. */
export function PinField({ name, label, hint, fault, kept = false }: PinFieldParts): VNode {
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="password"
        inputmode="numeric"
        pattern="[0-9]{4,6}"
        minlength={4}
        maxlength={6}
        required
        autocomplete={kept ? 'current-password' : 'new-password'}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={described || undefined}
      />
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}

export const Alarm = ({ text }: { text: string }): VNode => (
  <div class="sheet alarm" role="alert">
    <p>{text}</p>
  </div>
);
