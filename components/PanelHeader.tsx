import type { Account } from '../lib/crm.ts';
import { t } from '../lib/i18n.ts';
import { useLoaded } from '../lib/panel/use-loaded.ts';
import { nameOf, type Workspaces } from '../lib/workspaces.ts';
import { BrandMark } from './BrandMark.tsx';
import { Icon, type IconName } from './Icon.tsx';

interface PanelHeaderProps {
  account: Account | undefined;
  workspaces: Workspaces | undefined;
  isReading: boolean;
  onReadAgain: (() => void) | undefined;
  onOpenToday: (() => void) | undefined;
  onOpenOptions: () => void;
  /** Only in the popup. */
  onOpenPanel: (() => void) | undefined;
  /** Shortcuts, and the way to the help page. */
  onOpenSheet: () => void;
  onWorkspace: (workspaceId: string) => Promise<unknown>;
}

/** Whose workspace this goes to, and the few things that are always at hand. */
export function PanelHeader({
  account,
  workspaces,
  isReading,
  onReadAgain,
  onOpenToday,
  onOpenOptions,
  onOpenPanel,
  onOpenSheet,
  onWorkspace,
}: PanelHeaderProps) {
  const hasSeveral = workspaces !== undefined && workspaces.all.length > 1;
  const parts = useLoaded(hasSeveral, loadParts);
  const shown = workspaces?.all.find(({ id }) => id === workspaces.activeId);
  const name = (shown && nameOf(shown)) || account?.workspaceName || t('extensionName');
  return (
    <header class="panel-head">
      <BrandMark />
      {hasSeveral && parts ? (
        <parts.WorkspaceMenu name={name} workspaces={workspaces} onChoose={onWorkspace} />
      ) : (
        <span class="panel-title">{name}</span>
      )}
      {onReadAgain && (
        <HeadButton icon="refresh" label={t('readAgain')} isBusy={isReading} onClick={onReadAgain} />
      )}
      {onOpenToday && <HeadButton icon="clock" label={t('today')} onClick={onOpenToday} />}
      {onOpenPanel && <HeadButton icon="panel" label={t('openPanel')} onClick={onOpenPanel} />}
      <HeadButton icon="help" label={t('shortcutSheet')} keys="?" onClick={onOpenSheet} />
      <HeadButton icon="gear" label={t('settings')} onClick={onOpenOptions} />
    </header>
  );
}

const loadParts = () => import('./workspaces/workspace-parts.ts');

interface HeadButtonProps {
  icon: IconName;
  label: string;
  isBusy?: boolean;
  keys?: string;
  onClick: () => void;
}

function HeadButton({ icon, label, isBusy = false, keys, onClick }: HeadButtonProps) {
  return (
    <button
      type="button"
      class={isBusy ? 'icon-button icon-busy' : 'icon-button'}
      aria-label={label}
      title={label}
      aria-keyshortcuts={keys}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
