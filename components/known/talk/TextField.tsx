import { useId, useState } from 'preact/hooks';

interface TextFieldProps {
  label: string;
  value: string;
  inputMode?: 'text' | 'email';
  error?: string | undefined;
  onChange: (value: string) => void;
}

/** A line of text above what is written. While it is being typed into, nothing else changes it. */
export function TextField({ label, value, inputMode = 'text', error, onChange }: TextFieldProps) {
  const id = useId();
  /** What stands in it while it has the focus. */
  const [typing, setTyping] = useState<string>();
  return (
    <div class="composer-line">
      <label for={id} class="composer-label">
        {label}
      </label>
      <div class="composer-value">
        <input
          id={id}
          inputMode={inputMode}
          class={error ? 'input-box input-box-error' : 'input-box'}
          maxLength={500}
          value={typing ?? value}
          aria-invalid={error !== undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onFocus={() => setTyping(value)}
          onBlur={() => setTyping(undefined)}
          onInput={(event) => {
            setTyping(event.currentTarget.value);
            onChange(event.currentTarget.value);
          }}
        />
        {error && (
          <p id={`${id}-error`} class="form-error">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
