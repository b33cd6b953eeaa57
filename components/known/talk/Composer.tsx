import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { errorText } from '../../../lib/error-text.ts';
import { t } from '../../../lib/i18n.ts';
import { saveKeys } from '../../../lib/panel/save-keys.ts';
import type { Sending } from '../../../lib/panel/use-sending.ts';
import { Problem } from '../Problem.tsx';
import { TalkIcon } from './TalkIcon.tsx';

interface ComposerProps {
  /** Of the text. */
  label: string;
  text: string;
  error?: string | undefined;
  /** From whom it goes is not known yet, so it cannot be sent. */
  isLoading: boolean;
  sending: Pick<Sending, 'isBusy' | 'problem' | 'isUnsure' | 'isOlderSent'>;
  /** Above the text: who writes, to whom, about what. */
  children: ComponentChildren;
  /** Beside the button. */
  tools?: ComponentChildren;
  /** Helps writing; above the text. */
  drafter?: ComponentChildren;
  /** Between text and button. */
  below?: ComponentChildren;
  onText: (text: string) => void;
  onSend: () => void;
}

/** Where something new is written. It stays in sight while the thread is scrolled. */
export function Composer(props: ComposerProps) {
  const { label, text, error, isLoading, sending, children, tools, drafter, below, onText, onSend } = props;
  const { isBusy, problem, isUnsure, isOlderSent } = sending;
  const isHeld = isBusy || isLoading;
  const send = () => !isHeld && onSend();
  const id = useId();
  return (
    <fieldset class="composer">
      <legend class="visually-hidden">{label}</legend>
      {drafter}
      {children}
      <textarea
        class={error ? 'input-box input-box-error' : 'input-box'}
        rows={3}
        maxLength={20_000}
        value={text}
        readOnly={isBusy}
        placeholder={label}
        aria-label={label}
        aria-invalid={error !== undefined}
        aria-describedby={error ? id : undefined}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      {error && (
        <p id={id} class="form-error">
          {error}
        </p>
      )}
      {below}
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
      {isUnsure && !isBusy && <p class="composer-note status-warn">{t('sendUnsure')}</p>}
      {isOlderSent && (
        <p class="composer-note status-warn" role="alert">
          {t('sendBefore')}
        </p>
      )}
      <div class="composer-foot">
        {tools}
        <button
          type="button"
          class="button button-primary composer-send"
          aria-disabled={isHeld}
          aria-keyshortcuts="Control+Enter"
          onClick={send}
        >
          <TalkIcon name="send" size={14} />
          {isBusy ? t('sending') : problem ? t('tryAgain') : t('send')}
          {!isBusy && <kbd>{saveKeys().join(' ')}</kbd>}
        </button>
      </div>
    </fieldset>
  );
}
