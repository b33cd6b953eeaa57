import { useId, useMemo, useState } from 'preact/hooks';
import { findOptions, type Option } from '../lib/panel/options-search.ts';
import { optionId } from './OptionList.tsx';

interface OptionListInput {
  options: readonly Option[];
  typed: string;
  canCreate: boolean;
  onChoose: (option: Option) => void;
  onCreate: (name: string) => void;
}

/**
 * The keys and state that every combobox here shares, after the ARIA pattern "editable combobox with list
 * autocomplete": arrows move, Enter chooses, Escape closes, the focus stays in the input.
 */
export function useOptionList({ options, typed, canCreate, onChoose, onCreate }: OptionListInput) {
  const listId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [pointed, setPointed] = useState(-1);
  const found = useMemo(() => findOptions(options, typed), [options, typed]);
  const name = typed.trim();
  const toCreate = canCreate && name !== '' && !found.hasExact ? name : undefined;
  const count = found.options.length + (toCreate === undefined ? 0 : 1);
  const active = isOpen ? Math.min(pointed, count - 1) : -1;

  function open(at = -1) {
    setIsOpen(true);
    setPointed(at);
  }
  function close() {
    setIsOpen(false);
    setPointed(-1);
  }
  function choose(index: number) {
    const option = found.options[index];
    if (option) onChoose(option);
    else if (toCreate !== undefined && index === found.options.length) onCreate(toCreate);
  }

  /** @returns whether the key is used up */
  function onKey(event: KeyboardEvent): boolean {
    const { key } = event;
    if (event.isComposing) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (event.altKey && key === 'ArrowUp') close();
      else if (!isOpen) open(key === 'ArrowDown' ? 0 : count - 1);
      else
        setPointed((active + (key === 'ArrowDown' ? 1 : -1 + (active < 0 ? 1 : 0)) + count) % (count || 1));
      return true;
    }
    if (key === 'Enter' && isOpen && active >= 0 && !event.ctrlKey && !event.metaKey) {
      choose(active);
      return true;
    }
    if (key === 'Escape' && isOpen) {
      close();
      return true;
    }
    return false;
  }

  const inputProps = {
    role: 'combobox' as const,
    'aria-autocomplete': 'list' as const,
    'aria-expanded': isOpen,
    'aria-controls': listId,
    'aria-activedescendant': active >= 0 ? optionId(listId, active) : undefined,
    autocomplete: 'off',
    spellcheck: false,
  };
  const listProps = { id: listId, found, toCreate, active, onChoose: choose, onPoint: setPointed };
  return { isOpen, open, close, onKey, inputProps, listProps };
}
