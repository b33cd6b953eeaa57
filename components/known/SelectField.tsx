import { useId } from 'preact/hooks';

interface SelectFieldProps {
  label: string;
  value: string;
  options: readonly { id: string; name: string }[];
  /** Shown while nothing is chosen. */
  placeholder?: string;
  error?: string | undefined;
  onChange: (id: string) => void;
}

/** One choice out of a few, in the browser's own list. */
export function SelectField({ label, value, options, placeholder, error, onChange }: SelectFieldProps) {
  const id = useId();
  return (
    <div class="form-field">
      <label for={id} class="form-label">
        {label}
      </label>
      <select
        id={id}
        class={error ? 'input-box input-box-error' : 'input-box'}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {value === '' && (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${id}-error`} class="form-error">
          {error}
        </p>
      )}
    </div>
  );
}
