import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import { Problem } from '../known/Problem.tsx';

interface SwitchButtonProps {
  label: string;
  /** What it is about: a list has many of the same buttons. */
  about: string;
  isDanger?: boolean;
  /** Asked before; absent: done at once. */
  question?: string | undefined;
  onPress: () => Promise<void>;
}

/** A button that changes something for everybody: asks first where that hurts, and says in place why not. */
export function SwitchButton({ label, about, isDanger = false, question, onPress }: SwitchButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { isBusy, problem, run } = useAction();
  const yes = useRef<HTMLButtonElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isAsking) yes.current?.focus();
  }, [isAsking]);
  function close() {
    setIsAsking(false);
    button.current?.focus();
  }
  return (
    <div class="switch">
      <button
        ref={button}
        type="button"
        class={isDanger ? 'link-button link-danger' : 'link-button'}
        aria-label={`${label}: ${about}`}
        aria-disabled={isBusy}
        onClick={() => (question === undefined ? run(onPress) : setIsAsking(true))}
      >
        {isBusy ? t('saving') : label}
      </button>
      {isAsking && question !== undefined && (
        <div class="confirm" role="alertdialog" aria-label={question}>
          <p>{question}</p>
          <div class="button-row">
            <button
              ref={yes}
              type="button"
              class="button button-danger"
              onClick={() => {
                close();
                run(onPress);
              }}
            >
              {label}
            </button>
            <button type="button" class="button" onClick={close}>
              {t('cancel')}
            </button>
          </div>
        </div>
      )}
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
    </div>
  );
}
