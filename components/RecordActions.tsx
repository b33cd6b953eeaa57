import { useState } from 'preact/hooks';
import type { CrmRecord } from '../lib/crm.ts';
import { t } from '../lib/i18n.ts';
import type { RecordChangeCalls } from '../lib/panel/record-change-calls.ts';
import { useLoaded } from '../lib/panel/use-loaded.ts';

export interface RecordActionsProps {
  record: CrmRecord;
  /** For questions that name it. */
  title: string;
  loadCalls: () => Promise<RecordChangeCalls>;
  crmUrl: string | undefined;
  now: number;
  /** Grinfi holds something else of the record now, or nothing. */
  onChanged: () => void;
}

const loadScreens = () => import('./known/record-actions.ts');

/** What is seldom done with a known record. Closed, it is one quiet line, and nothing of it is loaded. */
export function RecordActions(props: RecordActionsProps) {
  const [isOpen, setIsOpen] = useState(false);
  const screens = useLoaded(isOpen, loadScreens);
  const calls = useLoaded(isOpen, props.loadCalls);
  return (
    <details class="more" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('moreActions')}</summary>
      {isOpen && !(screens && calls) && <span class="skeleton skeleton-line" />}
      {screens && calls && <screens.ActionList {...props} calls={calls} isOpen={isOpen} />}
    </details>
  );
}
