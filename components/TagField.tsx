import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Tag } from '../lib/crm.ts';
import { t } from '../lib/i18n.ts';
import { nameOf, type Option } from '../lib/panel/options-search.ts';
import type { Choice } from '../lib/save-request.ts';
import { Icon } from './Icon.tsx';
import { OptionDot } from './OptionDot.tsx';
import { OptionList } from './OptionList.tsx';
import { useOptionList } from './use-option-list.ts';

interface TagFieldProps {
  label: string;
  options: readonly Option[];
  /** Tags that the record has already. */
  fixed: readonly Tag[];
  /** Those of them that it is to lose. */
  removedIds?: readonly string[];
  /** Absent: what is set already cannot be removed from here. */
  onRemovedIds?: (ids: string[]) => void;
  value: readonly Choice[];
  canCreate?: boolean;
  onChange: (value: Choice[]) => void;
}

/** Several tags as chips, found or created by typing. Backspace in the empty input takes the last one back. */
export function TagField(props: TagFieldProps) {
  const { label, options, fixed, removedIds = [], value, canCreate = true, onRemovedIds, onChange } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const offered = useMemo(
    () => options.filter((option) => !fixed.some((tag) => tag.id === option.id)),
    [options, fixed],
  );
  const isChosen = (optionId: string) => value.some((tag) => 'id' in tag && tag.id === optionId);

  function toggle(option: Option) {
    setTyped('');
    // In a short popup the open list would cover Save; typing, a click or an arrow key opens it again.
    list.close();
    onChange(
      isChosen(option.id)
        ? value.filter((tag) => !('id' in tag && tag.id === option.id))
        : [...value, { id: option.id }],
    );
  }
  function create(name: string) {
    setTyped('');
    list.close();
    const isThere = value.some((tag) => 'name' in tag && tag.name.toLowerCase() === name.toLowerCase());
    if (!isThere) onChange([...value, { name }]);
  }
  function remove(index: number) {
    onChange(value.filter((_, other) => other !== index));
    input.current?.focus();
  }
  const list = useOptionList({ options: offered, typed, canCreate, onChoose: toggle, onCreate: create });

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Backspace' && typed === '' && value.length > 0) remove(value.length - 1);
    else if (list.onKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  return (
    <div class="form-field">
      <label for={id} class="form-label">
        {label}
      </label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the mouse; keys go to the input inside. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above. */}
      <div ref={box} class="input-box input-box-chips" onClick={() => input.current?.focus()}>
        {fixed.map((tag) => {
          const isRemoved = removedIds.includes(tag.id);
          const Name = isRemoved ? 'del' : 'bdi';
          return (
            <span
              key={tag.id}
              class="tag tag-fixed"
              title={isRemoved ? t('tagToRemove') : t('tagAlreadySet')}
            >
              <OptionDot option={tag} />
              <Name>{tag.name}</Name>
              {onRemovedIds && (
                <button
                  type="button"
                  aria-label={isRemoved ? t('keepTag', tag.name) : t('removeTag', tag.name)}
                  onClick={() =>
                    onRemovedIds(
                      isRemoved ? removedIds.filter((other) => other !== tag.id) : [...removedIds, tag.id],
                    )
                  }
                >
                  <Icon name={isRemoved ? 'undo' : 'close'} size={10} />
                </button>
              )}
            </span>
          );
        })}
        {value.map((tag, index) => {
          const name = nameOf(tag, options);
          const option = 'id' in tag ? options.find((candidate) => candidate.id === tag.id) : undefined;
          return (
            <span key={'id' in tag ? tag.id : `new:${tag.name}`} class={option ? 'tag' : 'tag tag-new'}>
              {option && <OptionDot option={option} />}
              <bdi>{name}</bdi>
              <button type="button" aria-label={t('removeTag', name)} onClick={() => remove(index)}>
                <Icon name="close" size={10} />
              </button>
            </span>
          );
        })}
        <input
          {...list.inputProps}
          ref={input}
          id={id}
          type="text"
          value={typed}
          placeholder={value.length + fixed.length === 0 ? t('tagsPlaceholder') : ''}
          onClick={() => !list.isOpen && list.open()}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            list.open(event.currentTarget.value.trim() ? 0 : -1);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setTyped('');
            list.close();
          }}
        />
      </div>
      {list.isOpen && <OptionList {...list.listProps} label={label} anchor={box} isSelected={isChosen} />}
    </div>
  );
}
