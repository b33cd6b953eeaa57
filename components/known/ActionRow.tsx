import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { AnyIcon, type AnyIconName } from '../AnyIcon.tsx';

export interface RowState {
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}

interface ActionRowProps extends RowState {
  icon: AnyIconName;
  label: string;
  hint: ComponentChildren;
  /** The question or form, once it is asked for. */
  children: ComponentChildren;
}

/** One line that says what it does, and under it what it asks. The focus goes along, and comes back. */
export function ActionRow({ icon, label, hint, isOpen, onOpen, onClose, children }: ActionRowProps) {
  const button = useRef<HTMLButtonElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    if (isOpen && !wasOpen.current)
      body.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
    // Only when nothing else has taken it.
    if (!isOpen && wasOpen.current && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <section class={isOpen ? 'action-row action-open' : 'action-row'} aria-label={label}>
      <button
        ref={button}
        type="button"
        class="action"
        aria-expanded={isOpen}
        onClick={isOpen ? onClose : onOpen}
      >
        <AnyIcon name={icon} size={14} />
        <span class="action-text">
          <span>{label}</span>
          {!isOpen && <span class="action-hint">{hint}</span>}
        </span>
      </button>
      {isOpen && (
        <div ref={body} class="action-body">
          {children}
        </div>
      )}
    </section>
  );
}
