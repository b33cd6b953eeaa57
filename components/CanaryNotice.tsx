import { useLayoutEffect } from 'preact/hooks';
import { errorText } from '../lib/error-text.ts';
import { formatNumber, t } from '../lib/i18n.ts';
import type { CanaryActions, CanaryState, PageShape } from '../lib/panel/canary.ts';
import { fieldLabel } from '../lib/panel/field-text.ts';
import { AnyIcon } from './AnyIcon.tsx';
import './styles/canary.css';

interface CanaryNoticeProps {
  /** Fields that the page should have and that could not be read. */
  missing: readonly string[];
  /** Fields that were read where the user has pointed at them before. */
  pointed?: readonly string[] | undefined;
  /** The page, where the fields can be pointed at: not on a list, where they stand in every row. */
  shape?: PageShape | undefined;
  canary: CanaryState;
  actions: CanaryActions;
}

/** Says which field LinkedIn's change has hidden, and what the user can do about it. */
export function CanaryNotice({ missing, pointed = [], shape, canary, actions }: CanaryNoticeProps) {
  return (
    <div class="record-notices canary">
      <div role="status">
        {pointed.map((field) => (
          <p key={field}>{t('canaryPointed', fieldLabel(field))}</p>
        ))}
        {missing.map((field) => (
          <p key={field}>{t(shape ? 'canaryMissing' : 'canaryMissingRows', fieldLabel(field))}</p>
        ))}
      </div>
      {shape && missing.length > 0 && canary.step !== 'pointing' && <p>{t('canaryHint')}</p>}
      {canary.step === 'failed' && <p role="alert">{errorText(canary.kind, canary.message)}</p>}
      {canary.step === 'pointing' && <Pointing field={canary.field} onCancel={actions.stop} />}
      {canary.step === 'copying' && <p role="status">{t('canaryCopying')}</p>}
      {canary.step === 'copied' && <Copy html={canary.html} actions={actions} />}
      {(canary.step === 'none' || canary.step === 'failed') && (
        <div class="canary-actions">
          {shape &&
            missing.map((field) => (
              <button
                key={field}
                type="button"
                class="link-button"
                aria-label={t('canaryPointLabel', fieldLabel(field))}
                onClick={() => actions.point(field, shape)}
              >
                <AnyIcon name="pin" size={12} /> {t('canaryPoint')}
                {missing.length > 1 && ` (${fieldLabel(field)})`}
              </button>
            ))}
          <button type="button" class="link-button" onClick={actions.copy}>
            <AnyIcon name="eyeOff" size={12} /> {t('canaryCopy')}
          </button>
        </div>
      )}
    </div>
  );
}

function Pointing({ field, onCancel }: { field: string; onCancel: () => void }) {
  useLayoutEffect(() => {
    // The panel may still have the focus that the press gave it. Gone together with the notice.
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onCancel();
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onCancel]);
  return (
    <>
      <p role="status">{t('canaryPointing', fieldLabel(field))}</p>
      <button type="button" class="link-button" onClick={onCancel}>
        {t('cancel')}
      </button>
    </>
  );
}

const shownCharacters = 3_000;

function Copy({ html, actions }: { html: string; actions: CanaryActions }) {
  return (
    <>
      <p>{t('canaryCopyText')}</p>
      <p>{t('canaryCopySize', formatNumber(Math.ceil(html.length / 1024)))}</p>
      <textarea
        class="canary-preview"
        readOnly
        rows={8}
        aria-label={t('canaryPreview')}
        value={html.slice(0, shownCharacters)}
      />
      <div class="canary-actions">
        <button type="button" class="button" onClick={actions.save}>
          {t('canaryCopySave')}
        </button>
        <button type="button" class="link-button" onClick={actions.stop}>
          {t('cancel')}
        </button>
      </div>
    </>
  );
}
