import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account, FailureKind, KeyState } from '../../lib/crm.ts';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import type { Workspaces } from '../../lib/workspaces.ts';
import { AnyIcon } from '../AnyIcon.tsx';
import { type WorkspaceActions, WorkspaceRows } from './WorkspaceRows.tsx';

export type KeyCheck =
  | { step: 'idle' }
  | { step: 'checking' }
  | { step: 'good'; account: Account }
  | { step: 'saving'; account: Account }
  | { step: 'bad'; kind: FailureKind; message: string };

interface KeySectionProps {
  keyState: KeyState;
  account: Account | undefined;
  workspaces: Workspaces;
  workspaceActions: WorkspaceActions;
  /** Why the stored keys could not be brought up to date, while they could not. */
  keyFault: { kind: FailureKind; message: string } | undefined;
  check: KeyCheck;
  apiKeysUrl: string;
  onCheck: (key: string) => void;
  onSave: (key: string, keep: 'always' | 'session') => void;
  onForget: () => void;
  /** The user types another key: what an earlier check said is over. */
  onReset: () => void;
}

/** Connects to Grinfi: paste a key, see whose workspace it opens, choose how long it is kept. */
export function KeySection(props: KeySectionProps) {
  const { keyState, account, check } = props;
  const [isReplacing, setIsReplacing] = useState(false);
  const isConnected = keyState === 'ok' && account !== undefined;
  const hasSeveral = props.workspaces.all.length > 1;
  const replace = () => setIsReplacing(true);
  const wasSaving = useRef(false);
  useEffect(() => {
    // The key is taken: a field with a key in it must not stay open.
    if (wasSaving.current && check.step === 'idle') setIsReplacing(false);
    wasSaving.current = check.step === 'saving';
  }, [check.step]);
  return (
    <section class="block" aria-labelledby="key-title">
      <h2 id="key-title">{t(hasSeveral ? 'workspacesTitle' : 'keyTitle')}</h2>
      {props.keyFault && (
        <p class="status status-danger" role="alert">
          <AnyIcon name="alert" size={14} />
          <span>{errorText(props.keyFault.kind, props.keyFault.message)}</span>
        </p>
      )}
      {keyState === 'refused' && (
        <p class="status status-danger" role="alert">
          <AnyIcon name="alert" size={14} />
          <span>{errorText('auth')}</span>
        </p>
      )}
      {hasSeveral && (
        <WorkspaceRows workspaces={props.workspaces} actions={props.workspaceActions} onAdd={replace} />
      )}
      {isConnected && !hasSeveral && (
        <Connected account={account} onForget={props.onForget} onReplace={replace} />
      )}
      {((!isConnected && !hasSeveral) || isReplacing || check.step === 'saving') && (
        <KeyForm {...props} check={check} />
      )}
    </section>
  );
}

interface ConnectedProps {
  account: Account;
  onForget: () => void;
  onReplace: () => void;
}

function Connected({ account, onForget, onReplace }: ConnectedProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <div class="account" role="status">
        <AnyIcon name="check" />
        <AccountText account={account} />
      </div>
      {isAsking ? (
        <div class="confirm" role="alertdialog" aria-label={t('forgetKey')} aria-describedby="forget-text">
          <p id="forget-text">{t('forgetKeyText')}</p>
          <div class="button-row">
            <button
              type="button"
              class="button button-danger"
              ref={(button) => button?.focus()}
              onClick={() => {
                setIsAsking(false);
                onForget();
              }}
            >
              {t('forgetKey')}
            </button>
            <button type="button" class="button" onClick={() => setIsAsking(false)}>
              {t('cancel')}
            </button>
          </div>
        </div>
      ) : (
        <div class="button-row">
          <button type="button" class="button" onClick={onReplace}>
            {t('replaceKey')}
          </button>
          <button type="button" class="button" onClick={onReplace}>
            <AnyIcon name="plus" size={14} />
            {t('addWorkspace')}
          </button>
          <button type="button" class="button" onClick={() => setIsAsking(true)}>
            <AnyIcon name="trash" size={14} />
            {t('forgetKey')}
          </button>
        </div>
      )}
    </>
  );
}

function AccountText({ account }: { account: Account }) {
  return (
    <span class="account-text">
      <strong>
        <bdi>{account.workspaceName ?? account.userName}</bdi>
      </strong>
      <span class="muted">
        <bdi>{[account.workspaceName && account.userName, account.email].filter(Boolean).join(' · ')}</bdi>
      </span>
    </span>
  );
}

function KeyForm({ check, apiKeysUrl, onCheck, onSave, onReset }: KeySectionProps) {
  const input = useRef<HTMLInputElement>(null);
  const [keep, setKeep] = useState<'always' | 'session'>('always');
  const isGood = check.step === 'good' || check.step === 'saving';
  const key = () => input.current?.value.trim() ?? '';

  function submit(event: Event) {
    event.preventDefault();
    if (!key()) input.current?.focus();
    else if (check.step === 'good') onSave(key(), keep);
    else if (check.step !== 'checking' && check.step !== 'saving') onCheck(key());
  }

  return (
    <form class="key-form" onSubmit={submit}>
      <ol class="how-to">
        <li>
          <a href={apiKeysUrl} target="_blank" rel="noreferrer">
            {t('keyHowTo')} <AnyIcon name="external" size={12} />
          </a>
        </li>
        <li>{t('keyHowToPaste')}</li>
      </ol>
      <div class="key-line">
        <label class="form-field">
          <span class="form-label">{t('keyLabel')}</span>
          <input
            ref={input}
            class="input-box"
            type="password"
            autocomplete="off"
            spellcheck={false}
            aria-invalid={check.step === 'bad'}
            aria-describedby="key-result"
            onInput={onReset}
          />
        </label>
        {!isGood && (
          <button type="submit" class="button button-primary" aria-disabled={check.step === 'checking'}>
            {check.step === 'checking' ? t('checking') : t('checkKey')}
          </button>
        )}
      </div>
      <div id="key-result" aria-live="polite">
        {check.step === 'bad' && (
          <p class="status status-danger">
            <AnyIcon name="alert" size={14} />
            <span>{check.kind === 'auth' ? t('keyRefused') : errorText(check.kind, check.message)}</span>
          </p>
        )}
        {isGood && (
          <div class="account">
            <AnyIcon name="check" />
            <AccountText account={check.account} />
          </div>
        )}
      </div>
      {isGood && (
        <>
          <fieldset class="keep">
            <legend>{t('keepTitle')}</legend>
            {(['always', 'session'] as const).map((choice) => (
              <label key={choice} class="check">
                <input type="radio" name="keep" checked={keep === choice} onChange={() => setKeep(choice)} />
                <span>{choice === 'always' ? t('keepAlways') : t('keepSession')}</span>
              </label>
            ))}
          </fieldset>
          <button type="submit" class="button button-primary" aria-disabled={check.step === 'saving'}>
            {check.step === 'saving' ? t('saving') : t('useKey')}
          </button>
        </>
      )}
    </form>
  );
}
