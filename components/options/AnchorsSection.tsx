import type { StoredAnchor } from '../../lib/canary/anchor-store.ts';
import { formatDateTime, t } from '../../lib/i18n.ts';
import { fieldLabel } from '../../lib/panel/field-text.ts';
import { pageText } from '../../lib/panel/page-text.ts';

interface AnchorsSectionProps {
  /** Newest first. */
  anchors: readonly StoredAnchor[];
  onForget: (anchor: StoredAnchor) => void;
}

/** The fields that are read where the user has pointed at them; each can be forgotten. */
export function AnchorsSection({ anchors, onForget }: AnchorsSectionProps) {
  return (
    <section class="block" aria-labelledby="anchors-title">
      <h2 id="anchors-title">{t('canaryAnchorsTitle')}</h2>
      <p class="muted">{t('canaryAnchorsText')}</p>
      <ul class="anchors">
        {anchors.map((anchor) => {
          const name = `${fieldLabel(anchor.field)} · ${pageText(anchor.page)}`;
          return (
            <li key={`${anchor.page} ${anchor.layout} ${anchor.field}`}>
              <span>
                {name} <span class="muted">{formatDateTime(anchor.pointedAt)}</span>
              </span>
              <button
                type="button"
                class="link-button"
                aria-label={t('canaryForgetLabel', name)}
                onClick={() => onForget(anchor)}
              >
                {t('canaryForget')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
