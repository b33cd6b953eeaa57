import { errorText } from '../../../lib/error-text.ts';
import { plural, t } from '../../../lib/i18n.ts';
import { useAction } from '../../../lib/panel/use-action.ts';
import { Problem } from '../Problem.tsx';

/** Stands above what nobody has read. Colleagues see the mark too, so it goes when the user says so. */
export function UnreadLine({ count, onMarkRead }: { count: number; onMarkRead: () => Promise<void> }) {
  const { isBusy, problem, run } = useAction();
  return (
    <li class="unread-line">
      <span>{plural('messagesNew', count)}</span>
      <button type="button" class="link-button" aria-disabled={isBusy} onClick={() => run(onMarkRead)}>
        {t('markRead')}
      </button>
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
    </li>
  );
}
