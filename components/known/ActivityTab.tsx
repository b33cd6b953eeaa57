import { useMemo, useState } from 'preact/hooks';
import type { Activity } from '../../lib/crm.ts';
import { formatDate, relativeTime, t } from '../../lib/i18n.ts';
import { activityTitle } from '../../lib/panel/activity-text.ts';
import { clockText } from '../../lib/panel/day-text.ts';
import { byDay, type Day, dayOf } from '../../lib/panel/days.ts';
import type { KnownCalls, RecordName } from '../../lib/panel/known-calls.ts';
import { type RecordPart, useRecordPart } from '../../lib/panel/use-record-part.ts';
import { AnyIcon, type AnyIconName } from '../AnyIcon.tsx';
import { PartFrame } from './PartFrame.tsx';

interface ActivityTabProps {
  about: RecordName;
  calls: KnownCalls;
  now: number;
}

/** What happened with this person or company, newest first, day by day. */
export function ActivityTab({ about, calls, now }: ActivityTabProps) {
  const part = useInSteps(
    useRecordPart({
      key: `activities:${about.recordId}`,
      load: (asked) => calls.listActivities(about, asked),
      idOf,
    }),
  );
  const connectedAt = Date.parse(part.first?.connectedSince ?? '');
  const today = dayOf(now) ?? now;
  const timeline = useMemo(() => {
    const days = byDay(part.items ?? [], ({ at }) => Date.parse(at));
    return days.map((day) => <DaySection key={String(day.at)} day={day} today={today} />);
  }, [part.items, today]);
  return (
    <PartFrame part={part} empty={t('noActivity')} earlierLabel={t('showEarlier')}>
      {!Number.isNaN(connectedAt) && (
        <p class="connected">
          <AnyIcon name="check" size={14} />
          {t('connectedSince', formatDate(connectedAt))}
        </p>
      )}
      {timeline}
    </PartFrame>
  );
}

const idOf = ({ id, type, at }: Activity) => id ?? `${at} ${type}`;

/** As many lines are drawn as were asked for, however many the server sends at once. */
const step = 100;

function useInSteps<P extends RecordPart<Activity>>(part: P): P {
  const [shown, setShown] = useState(step);
  const { items, hasEarlier, showEarlier } = part;
  const drawn = useMemo(() => items?.slice(0, shown), [items?.length, items?.[0], shown]);
  const isCut = (items?.length ?? 0) > shown;
  return {
    ...part,
    items: drawn,
    hasEarlier: isCut || hasEarlier,
    showEarlier() {
      setShown(shown + step);
      if ((items?.length ?? 0) < shown + step) showEarlier();
    },
  };
}

/** @param today as in `Day.at` */
function DaySection({ day, today }: { day: Day<Activity>; today: number }) {
  const { at, items } = day;
  return (
    <section class="day">
      <h2>
        {at === undefined ? (
          t('dayUnknown')
        ) : (
          <>
            {formatDate(at)} <span>{at === today ? t('dayToday') : relativeTime(at, today)}</span>
          </>
        )}
      </h2>
      <ol class="timeline">
        {items.map((activity) => (
          <li key={idOf(activity)}>
            <AnyIcon name={iconOf(activity.type)} size={14} />
            <bdi>{activityTitle(activity)}</bdi>
            {at !== undefined && (
              <time class="when" dateTime={activity.at}>
                {clockText(activity.at)}
              </time>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function iconOf(type: string): AnyIconName {
  if (type.includes('repl')) return 'undo';
  if (type.includes('connection')) return 'people';
  if (type.includes('message') || type.includes('mail')) return 'inbox';
  return 'clock';
}
