import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import { nameOf, type Option } from '../lib/panel/options-search.ts';
import type { Choice } from '../lib/save-request.ts';
import { Icon } from './Icon.tsx';
import { OptionList } from './OptionList.tsx';
import { useOptionList } from './use-option-list.ts';

interface ChoiceFieldProps {
  label: string;
  options: readonly Option[];
  value: Choice | undefined;
  placeholder: string;
  isRequired?: boolean;
  canClear?: boolean;
  canCreate?: boolean;
  error?: string | undefined;
  hint?: ComponentChildren;
  onChange: (value: Choice | undefined) => void;
}

/** One choice out of many, or a new one by name: list or pipeline stage. Type to filter. */
export function ChoiceField(props: ChoiceFieldProps) {
  const {
    label,
    options,
    value,
    placeholder,
    isRequired = false,
    canClear = !isRequired,
    canCreate = false,
    error,
    onChange,
  } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  /** What is being typed; `undefined` while the input shows the choice. */
  const [typed, setTyped] = useState<string>();
  const shown = nameOf(value, options);

  function decide(choice: Choice | undefined) {
    setTyped(undefined);
    list.close();
    onChange(choice);
  }
  const list = useOptionList({
    options,
    typed: typed ?? '',
    canCreate,
    onChoose: (option) => decide({ id: option.id }),
    onCreate: (name) => decide({ name }),
  });

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLInputElement }) {
    if (list.onKey(event) || (event.key === 'Escape' && typed !== undefined)) {
      if (event.key === 'Escape') setTyped(undefined);
      event.preventDefault();
      event.stopPropagation();
    }
  }
  function onBlur() {
    if (typed?.trim() === '' && canClear && value) onChange(undefined);
    setTyped(undefined);
    list.close();
  }

  return (
    <div class="form-field">
      <label for={id} class="form-label">
        {label}
      </label>
      <div ref={box} class={error ? 'input-box input-box-error' : 'input-box'}>
        <input
          {...list.inputProps}
          id={id}
          type="text"
          value={typed ?? shown}
          placeholder={placeholder}
          aria-required={isRequired}
          aria-invalid={error !== undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => !list.isOpen && list.open()}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            list.open(event.currentTarget.value.trim() ? 0 : -1);
          }}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
        {value && canClear ? (
          <button
            type="button"
            class="input-clear"
            aria-label={t('clearField', label)}
            onClick={() => decide(undefined)}
          >
            <Icon name="close" size={12} />
          </button>
        ) : (
          <Icon name="chevron" size={14} />
        )}
      </div>
      {error && (
        <p id={`${id}-error`} class="form-error">
          {error}
        </p>
      )}
      {list.isOpen && (
        <OptionList
          {...list.listProps}
          label={label}
          anchor={box}
          isSelected={(optionId) => value !== undefined && 'id' in value && value.id === optionId}
        />
      )}
    </div>
  );
}
