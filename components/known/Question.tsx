import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n.ts';
import { Problem } from './Problem.tsx';

interface QuestionProps {
  text: string;
  /** More that counts for the answer. */
  children?: ComponentChildren;
  confirm: string;
  isDanger?: boolean;
  isBusy: boolean;
  problem: string | undefined;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that is not easily undone, by name and in place. */
export function Question(props: QuestionProps) {
  const { text, children, confirm, isDanger = false, isBusy, problem, onConfirm, onCancel } = props;
  return (
    <>
      <p>{text}</p>
      {children}
      {problem && <Problem text={problem} />}
      <div class="button-row">
        <button
          type="button"
          class={isDanger ? 'button button-danger' : 'button'}
          aria-disabled={isBusy}
          onClick={onConfirm}
        >
          {confirm}
        </button>
        <button type="button" class="link-button" onClick={() => !isBusy && onCancel()}>
          {t('cancel')}
        </button>
      </div>
    </>
  );
}
