import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { nameOf, type Workspace, type Workspaces } from '../../lib/workspaces.ts';
import { Icon } from '../Icon.tsx';

interface WorkspaceMenuProps {
  /** Of the one that is shown. */
  name: string;
  workspaces: Workspaces;
  onChoose: (workspaceId: string) => Promise<unknown>;
}

/** The workspace's name in the header; it opens the list of all, to show another. */
export function WorkspaceMenu({ name, workspaces, onChoose }: WorkspaceMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitemradio"]') ?? [])];

  useLayoutEffect(() => {
    if (!isOpen) return;
    (root.current?.querySelector<HTMLElement>('[aria-checked="true"]') ?? items()[0])?.focus();
    const onPointer = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [isOpen]);

  function close(): void {
    setIsOpen(false);
    button.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (!isOpen) {
      if (event.key === 'ArrowDown') setIsOpen(true);
      return;
    }
    const all = items();
    const place = all.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next !== undefined) all.at(next % all.length)?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setIsOpen(false);
    else return;
    if (event.key !== 'Tab') {
      event.preventDefault();
      // Escape would close the popup as well.
      event.stopPropagation();
    }
  }
  function choose(workspace: Workspace): void {
    close();
    if (workspace.id !== workspaces.activeId) void onChoose(workspace.id);
  }

  return (
    <div ref={root} class="workspace-switch">
      <button
        ref={button}
        type="button"
        class="workspace-button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={t('workspaceSwitch', name)}
        title={t('workspaceSwitch', name)}
        onKeyDown={onKeyDown}
        onClick={() => setIsOpen(!isOpen)}
      >
        <bdi>{name}</bdi>
        <Icon name="chevron" size={14} />
      </button>
      {isOpen && (
        <div
          id={id}
          role="menu"
          class="workspace-menu"
          aria-label={t('workspacesTitle')}
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          {workspaces.all.map((workspace) => (
            <button
              key={workspace.id}
              type="button"
              role="menuitemradio"
              tabIndex={-1}
              aria-checked={workspace.id === workspaces.activeId}
              onClick={() => choose(workspace)}
            >
              <span class="workspace-tick">
                {workspace.id === workspaces.activeId && <Icon name="check" size={14} />}
              </span>
              <bdi>{nameOf(workspace)}</bdi>
              {workspace.keyState !== 'ok' && (
                <span class="workspace-trouble">
                  {t(workspace.keyState === 'refused' ? 'workspaceRefused' : 'workspaceNoKey')}
                </span>
              )}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
