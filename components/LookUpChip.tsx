import { errorText } from '../lib/error-text.ts';
import { t } from '../lib/i18n.ts';
import type { LookUpState } from '../lib/panel/capture/state.ts';

/** The three states of a lookup: new, in Grinfi, could not check. The fourth look only says that it runs. */
export function LookUpChip({ lookUp }: { lookUp: LookUpState }) {
  const shown =
    lookUp.state === 'checking' && lookUp.remembered?.state === 'known' ? lookUp.remembered : lookUp;
  if (shown.state === 'checking') return <span class="chip chip-quiet chip-busy">{t('checking')}</span>;
  if (shown.state === 'new') return <span class="chip chip-new">{t('stateNew')}</span>;
  if (shown.state === 'known') return <span class="chip chip-known">{t('stateKnown')}</span>;
  return (
    <span class="chip chip-warn" title={errorText(shown.kind, shown.message)}>
      {t('stateUnchecked')}
    </span>
  );
}
