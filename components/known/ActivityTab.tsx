import type { Activity } from '../../lib/crm.ts';
import { formatDate, t } from '../../lib/i18n.ts';
import { activityLine } from '../../lib/panel/activity-text.ts';
import type { KnownCalls, RecordName } from '../../lib/panel/known-calls.ts';
import { useRecordPart } from '../../lib/panel/use-record-part.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { PartFrame } from './PartFrame.tsx';
import { When } from './When.tsx';

interface ActivityTabProps {
  about: RecordName;
  calls: KnownCalls;
  now: number;
}

/** What happened with this person or company, newest first. */
export function ActivityTab({ about, calls, now }: ActivityTabProps) {
  const part = useRecordPart({
    key: `activities:${about.recordId}`,
    load: (offset) => calls.listActivities(about, offset),
    idOf: idOf,
  });
  const connectedAt = Date.parse(part.first?.connectedSince ?? '');
  return (
    <PartFrame part={part} empty={t('noActivity')} earlierLabel={t('showEarlier')}>
      {!Number.isNaN(connectedAt) && (
        <p class="connected">
          <Icon name="check" size={14} />
          {t('connectedSince', formatDate(connectedAt))}
        </p>
      )}
      {part.items && part.items.length > 0 && (
        <ol class="timeline">
          {part.items.map((activity) => (
            <li key={idOf(activity)}>
              <Icon name={iconOf(activity.type)} size={14} />
              <span>{activityLine(activity, now)}</span>
              <When at={activity.at} now={now} isAbsoluteOnly />
            </li>
          ))}
        </ol>
      )}
    </PartFrame>
  );
}

const idOf = ({ id, type, at }: Activity) => id ?? `${at} ${type}`;

function iconOf(type: string): IconName {
  if (type.includes('repl')) return 'undo';
  if (type.includes('connection')) return 'people';
  if (type.includes('message') || type.includes('mail')) return 'inbox';
  return 'clock';
}
