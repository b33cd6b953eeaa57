import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import type { SenderProfile, Task, TaskChange } from '../../lib/outreach.ts';
import { taskStateText, taskTitle } from '../../lib/panel/task-text.ts';
import type { TaskGroups } from '../../lib/panel/tasks-in-order.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import { Problem } from './Problem.tsx';
import { When } from './When.tsx';

export interface TaskPerson {
  /** Absent until it is known. */
  name: string | undefined;
  crmUrl?: string | undefined;
  linkedInUrl?: string | undefined;
}

interface TaskRowProps {
  task: Task;
  group: keyof TaskGroups;
  /** Whom it is about, where that is not the person on screen. */
  person?: TaskPerson | undefined;
  sender: SenderProfile | undefined;
  now: number;
  onChange: (change: TaskChange) => Promise<void>;
}

/** One task. Only those by hand can be changed: an automation looks after its own. */
export function TaskRow({ task, group, person, sender, now, onChange }: TaskRowProps) {
  const { isBusy, problem, run } = useAction();
  const kind = taskTitle(task);
  const about = person?.name ? `${kind}, ${person.name}` : kind;
  const isOpen = group === 'overdue' || group === 'planned';
  const button = (change: TaskChange, label: string, isDanger = false) => (
    <button
      type="button"
      class={isDanger ? 'link-button link-danger' : 'link-button'}
      aria-label={`${label}: ${about}`}
      aria-disabled={isBusy}
      onClick={() => run(() => onChange(change))}
    >
      {label}
    </button>
  );
  return (
    <li class="task">
      {person && <Person person={person} />}
      <span class="task-head">
        <strong>{kind}</strong>
        <When at={isOpen ? task.dueAt : (task.doneAt ?? task.dueAt)} now={now} />
      </span>
      {task.text && (
        <p class="note-text">
          <bdi>{task.text}</bdi>
        </p>
      )}
      {task.note && task.note !== task.text && (
        <p class="note-text muted">
          <bdi>{task.note}</bdi>
        </p>
      )}
      {task.error && <p class="status-danger">{t('serverSaid', task.error)}</p>}
      <span class="task-foot">
        <span class="muted">
          {[group === 'past' && taskStateText(task), sender?.name, !task.isManual && t('taskByAutomation')]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {task.isManual && group !== 'past' && (
          <span class="part-actions">
            {isOpen && button('complete', t('taskComplete'))}
            {group === 'failed' && button('retry', t('retry'))}
            {isOpen && button('cancel', t('taskCancel'), true)}
          </span>
        )}
      </span>
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
    </li>
  );
}

/** The name leads to Grinfi, and beside it the way to LinkedIn. */
function Person({ person: { name, crmUrl, linkedInUrl } }: { person: TaskPerson }) {
  if (name === undefined)
    return (
      <span class="skeleton skeleton-line skeleton-short">
        <span class="visually-hidden">{t('loading')}</span>
      </span>
    );
  return (
    <span class="task-head">
      {crmUrl ? (
        <a class="task-person" href={crmUrl} target="_blank" rel="noreferrer" title={t('openInGrinfi')}>
          <bdi>{name}</bdi>
        </a>
      ) : (
        <span class="muted">{name}</span>
      )}
      {linkedInUrl && (
        <a href={linkedInUrl} target="_blank" rel="noreferrer">
          {t('historyOpenLinkedIn')}
          <span class="visually-hidden">: {name}</span>
        </a>
      )}
    </span>
  );
}
