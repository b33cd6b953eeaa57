import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import { AnyIcon } from './AnyIcon.tsx';

interface ScreenHeadProps {
  title: string;
  onBack: () => void;
  children?: ComponentChildren;
}

/** Title of a screen behind the first one, with the way back. */
export function ScreenHead({ title, onBack, children }: ScreenHeadProps) {
  const back = useRef<HTMLButtonElement>(null);
  // On opening, and when the row in use is gone.
  useEffect(() => {
    if (document.activeElement === document.body) back.current?.focus();
  });
  return (
    <header class="outbox-head">
      <button
        ref={back}
        type="button"
        class="icon-button"
        aria-label={t('back')}
        title={t('back')}
        onClick={onBack}
      >
        <AnyIcon name="arrowBack" />
      </button>
      <h1>{title}</h1>
      {children}
    </header>
  );
}
