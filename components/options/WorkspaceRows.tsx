import { useState } from 'preact/hooks';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import { nameOf, type Workspace, type Workspaces } from '../../lib/workspaces.ts';
import { AnyIcon } from '../AnyIcon.tsx';

/** All reject with a `Failure`. */
export interface WorkspaceActions {
  show(workspaceId: string): Promise<void>;
  /** `''`: Grinfi's own name again. */
  rename(workspaceId: string, label: string): Promise<void>;
  makeDefault(workspaceId: string, isDefault: boolean): Promise<void>;
  forget(workspaceId: string): Promise<void>;
}

interface WorkspaceRowsProps {
  workspaces: Workspaces;
  actions: WorkspaceActions;
  onAdd: () => void;
}

/** The workspaces of somebody with more than one: which is shown, how each is called, which comes first. */
export function WorkspaceRows({ workspaces, actions, onAdd }: WorkspaceRowsProps) {
  const { all, activeId, defaultId } = workspaces;
  return (
    <>
      <p class="muted">{t('workspacesText')}</p>
      <ul class="workspace-rows">
        {all.map((workspace) => (
          <Row
            key={workspace.id}
            workspace={workspace}
            isShown={workspace.id === activeId}
            isDefault={workspace.id === defaultId}
            actions={actions}
          />
        ))}
      </ul>
      <div class="button-row">
        <button type="button" class="button" onClick={onAdd}>
          <AnyIcon name="plus" size={14} />
          {t('addWorkspace')}
        </button>
      </div>
    </>
  );
}

interface RowProps {
  workspace: Workspace;
  isShown: boolean;
  isDefault: boolean;
  actions: WorkspaceActions;
}

function Row({ workspace, isShown, isDefault, actions }: RowProps) {
  const { id, name, label, keyState } = workspace;
  const [isAsking, setIsAsking] = useState(false);
  const { problem, run } = useAction();
  const shownName = nameOf(workspace);
  return (
    <li>
      <div class="workspace-line">
        <label class="form-field">
          <span class="visually-hidden">{t('workspaceLabel', shownName)}</span>
          <input
            class="input-box"
            type="text"
            maxLength={100}
            value={label ?? ''}
            placeholder={name}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              run(() => actions.rename(id, typed));
            }}
          />
        </label>
        {isShown ? (
          <span class="workspace-shown">
            <AnyIcon name="check" size={14} />
            {t('workspaceShown')}
          </span>
        ) : (
          <button
            type="button"
            class="button"
            aria-label={t('workspaceShowNamed', shownName)}
            onClick={() => run(() => actions.show(id))}
          >
            {t('workspaceShow')}
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label={t('workspaceForget', shownName)}
          title={t('workspaceForget', shownName)}
          onClick={() => setIsAsking(true)}
        >
          <AnyIcon name="trash" size={14} />
        </button>
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={isDefault}
          onChange={(event) => {
            const isOn = event.currentTarget.checked;
            run(() => actions.makeDefault(id, isOn));
          }}
        />
        <span>{t('workspaceDefault')}</span>
      </label>
      {keyState !== 'ok' && (
        <p class="status status-danger">
          <AnyIcon name="alert" size={14} />
          <span>{t(keyState === 'refused' ? 'workspaceRefused' : 'workspaceNoKey')}</span>
        </p>
      )}
      {problem && (
        <p class="status status-danger" role="alert">
          <AnyIcon name="alert" size={14} />
          <span>{errorText(problem.kind, problem.message)}</span>
        </p>
      )}
      {isAsking && (
        <div class="confirm" role="alertdialog" aria-label={t('workspaceForget', shownName)}>
          <p>{t('workspaceForgetText')}</p>
          <div class="button-row">
            <button
              type="button"
              class="button button-danger"
              ref={(button) => button?.focus()}
              onClick={() => {
                setIsAsking(false);
                run(() => actions.forget(id));
              }}
            >
              {t('workspaceForget', shownName)}
            </button>
            <button type="button" class="button" onClick={() => setIsAsking(false)}>
              {t('cancel')}
            </button>
          </div>
        </div>
      )}
    </li>
  );
}
