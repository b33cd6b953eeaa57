import { t } from '../../lib/i18n.ts';
import { Icon } from '../Icon.tsx';

/** Why something on this tab did not work. Without `onRetry`, the button that was pressed is the retry. */
export function Problem({ text, onRetry }: { text: string; onRetry?: () => void }) {
  return (
    <div class="status status-danger" role="alert">
      <Icon name="alert" size={14} />
      <span>
        {text}{' '}
        {onRetry && (
          <button type="button" class="link-button" onClick={onRetry}>
            {t('retry')}
          </button>
        )}
      </span>
    </div>
  );
}
