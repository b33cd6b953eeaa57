import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n.ts';
import type { RecordPart } from '../../lib/panel/use-record-part.ts';
import { Icon } from '../Icon.tsx';
import { PartFrame } from '../known/PartFrame.tsx';

interface PartListProps<T> {
  part: RecordPart<T>;
  empty: string;
  children: (item: T) => ComponentChildren;
}

/** The things of one kind, as cards, with a way to look again. */
export function PartList<T>({ part, empty, children }: PartListProps<T>) {
  return (
    <PartFrame part={part} empty={empty} earlierLabel={t('showEarlier')}>
      {part.items && part.items.length > 0 && <ul class="work-list">{part.items.map(children)}</ul>}
      {part.items && (
        <button type="button" class="link-button" aria-disabled={part.isLoading} onClick={part.reload}>
          <Icon name="refresh" size={14} />
          {part.isLoading ? t('loading') : t('workspaceReload')}
        </button>
      )}
    </PartFrame>
  );
}

/** A state in words; `isGood`: everything is as it should be. */
export function StateChip({ text, isGood }: { text: string; isGood: boolean }) {
  return <span class={isGood ? 'state-chip state-good' : 'state-chip'}>{text}</span>;
}
