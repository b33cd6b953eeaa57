import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { plural, t } from '../lib/i18n.ts';
import type { Found } from '../lib/panel/options-search.ts';
import { Icon } from './Icon.tsx';
import { OptionDot } from './OptionDot.tsx';

interface OptionListProps {
  id: string;
  label: string;
  found: Found;
  /** What would be created, offered as the last option. */
  toCreate: string | undefined;
  active: number;
  isSelected: (id: string) => boolean;
  anchor: RefObject<HTMLElement | null>;
  onChoose: (index: number) => void;
  onPoint: (index: number) => void;
}

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

/** The list under a combobox. The input keeps the focus; the active option is only marked. */
export function OptionList(props: OptionListProps) {
  const { id, label, found, toCreate, active, isSelected, anchor, onChoose, onPoint } = props;
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place(list.current, anchor.current));
  useLayoutEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  const optionProps = (index: number, isChosen: boolean) => ({
    id: optionId(id, index),
    role: 'option' as const,
    'aria-selected': isChosen,
    'data-active': index === active ? '' : undefined,
    onPointerMove: () => index !== active && onPoint(index),
    onClick: () => onChoose(index),
  });
  const isEmpty = found.options.length === 0 && toCreate === undefined;
  return (
    // A press must not take the focus from the input, which would close the list before the click arrives.
    <div ref={list} class="options" onPointerDown={(event) => event.preventDefault()}>
      <div id={id} class="options-list" role="listbox" aria-label={label}>
        {found.options.map((option, index) => (
          <div key={option.id} {...optionProps(index, isSelected(option.id))} class="option">
            <OptionDot option={option} />
            <bdi class="option-name">{option.name}</bdi>
            {isSelected(option.id) && <Icon name="check" size={14} />}
          </div>
        ))}
        {toCreate !== undefined && (
          <div {...optionProps(found.options.length, false)} class="option option-create">
            <Icon name="plus" size={14} />
            <span class="option-name">{t('createOption', toCreate)}</span>
          </div>
        )}
      </div>
      {isEmpty && <p class="options-note">{t('noOptions')}</p>}
      {found.hidden > 0 && <p class="options-note">{plural('moreOptions', found.hidden)}</p>}
    </div>
  );
}

/**
 * Puts the list under its input, or above where there is more room. Placed on the window, so that no
 * scrolling box cuts it off.
 */
function place(list: HTMLElement | null, anchor: HTMLElement | null): void {
  if (!list || !anchor) return;
  const box = anchor.getBoundingClientRect();
  const below = window.innerHeight - box.bottom - 12;
  const above = box.top - 12;
  const isAbove = below < 180 && above > below;
  const { style } = list;
  style.left = `${box.left}px`;
  style.width = `${box.width}px`;
  style.maxHeight = `${Math.min(280, Math.max(isAbove ? above : below, 96))}px`;
  style.top = isAbove ? '' : `${box.bottom + 4}px`;
  style.bottom = isAbove ? `${window.innerHeight - box.top + 4}px` : '';
}
