import { useState } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import { MoreFacts } from './lazy-parts.tsx';
import type { MoreFactsProps } from './MoreFacts.tsx';

/** What does not fit on the card, folded away, and there only once somebody wants to see it. */
export function MoreDetails(props: MoreFactsProps) {
  const [isWanted, setIsWanted] = useState(false);
  return (
    <details class="more" onToggle={() => setIsWanted(true)}>
      <summary>{t('more')}</summary>
      {isWanted && <MoreFacts {...props} />}
    </details>
  );
}
