import { useId } from 'preact/hooks';

interface WordsFieldProps {
  label: string;
  value: string;
  rows?: number;
  error?: string | undefined;
  isReadOnly?: boolean;
  onChange: (value: string) => void;
  /** Ctrl+Enter */
  onSubmit: () => void;
}

/** A text of any length. */
export function WordsField(props: WordsFieldProps) {
  const { label, value, rows = 2, error, isReadOnly = false, onChange, onSubmit } = props;
  const id = useId();
  return (
    <div class="form-field">
      <label for={id} class="form-label">
        {label}
      </label>
      <textarea
        id={id}
        class={error ? 'input-box input-box-error' : 'input-box'}
        rows={rows}
        value={value}
        maxLength={20_000}
        readOnly={isReadOnly}
        aria-invalid={error !== undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onInput={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit();
        }}
      />
      {error && (
        <p id={`${id}-error`} class="form-error">
          {error}
        </p>
      )}
    </div>
  );
}
