import type { Account } from '../lib/crm.ts';
import { t } from '../lib/i18n.ts';
import { BrandMark } from './BrandMark.tsx';
import { Icon, type IconName } from './Icon.tsx';

interface PanelHeaderProps {
  account: Account | undefined;
  isReading: boolean;
  onReadAgain: (() => void) | undefined;
  onOpenToday: (() => void) | undefined;
  onOpenOptions: () => void;
  /** Only in the popup. */
  onOpenPanel: (() => void) | undefined;
}

/** Whose workspace this goes to, and the few things that are always at hand. */
export function PanelHeader({
  account,
  isReading,
  onReadAgain,
  onOpenToday,
  onOpenOptions,
  onOpenPanel,
}: PanelHeaderProps) {
  return (
    <header class="panel-head">
      <BrandMark />
      <span class="panel-title">{account?.workspaceName ?? t('extensionName')}</span>
      {onReadAgain && (
        <HeadButton icon="refresh" label={t('readAgain')} isBusy={isReading} onClick={onReadAgain} />
      )}
      {onOpenToday && <HeadButton icon="clock" label={t('today')} onClick={onOpenToday} />}
      {onOpenPanel && <HeadButton icon="panel" label={t('openPanel')} onClick={onOpenPanel} />}
      <HeadButton icon="gear" label={t('settings')} onClick={onOpenOptions} />
    </header>
  );
}

interface HeadButtonProps {
  icon: IconName;
  label: string;
  isBusy?: boolean;
  onClick: () => void;
}

function HeadButton({ icon, label, isBusy = false, onClick }: HeadButtonProps) {
  return (
    <button
      type="button"
      class={isBusy ? 'icon-button icon-busy' : 'icon-button'}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
