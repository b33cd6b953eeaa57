import { plural, t } from '../lib/i18n.ts';
import type { Change } from '../lib/panel/changes.ts';
import { fieldLabel } from '../lib/panel/field-text.ts';
import { EvidenceMark } from './EvidenceMark.tsx';

interface ChangeListProps {
  changes: readonly Change[];
  onTick: (name: string, isTicked: boolean) => void;
}

/** What LinkedIn and Grinfi tell differently, Now → New, each with a tick: only ticked ones are written. */
export function ChangeList({ changes, onTick }: ChangeListProps) {
  const ticked = changes.filter((change) => change.ticked).length;
  return (
    <details class="more changes">
      <summary>
        <span>{plural('changes', changes.length)}</span>
        <span class="changes-count">{plural('changesTicked', ticked)}</span>
      </summary>
      <ul>
        {changes.map((change) => (
          <li key={change.field}>
            <label class="change">
              <input
                type="checkbox"
                checked={change.ticked}
                onChange={(event) => onTick(change.field, event.currentTarget.checked)}
              />
              <span class="change-text">
                <span class="change-field">
                  {fieldLabel(change.field)}
                  <EvidenceMark from={change.from} />
                  {!change.certain && <span class="uncertain-mark">{t('uncertain')}</span>}
                </span>
                <span class="change-values">
                  <del class={change.now ? '' : 'change-none'}>
                    <span class="visually-hidden">{t('changeNow')} </span>
                    <bdi>{change.now ?? t('changeEmpty')}</bdi>
                  </del>
                  <span aria-hidden="true" class="change-arrow">
                    →
                  </span>
                  <ins>
                    <span class="visually-hidden">{t('changeNew')} </span>
                    <bdi>{change.next}</bdi>
                  </ins>
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
