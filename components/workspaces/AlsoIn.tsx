import { useEffect, useState } from 'preact/hooks';
import { errorText } from '../../lib/error-text.ts';
import { crmUrlOf } from '../../lib/grinfi/links.ts';
import { t } from '../../lib/i18n.ts';
import type { Output } from '../../lib/messages.ts';
import { pageKeyOf } from '../../lib/page-key.ts';
import type { LinkedInRecord } from '../../lib/records.ts';
import type { Workspaces } from '../../lib/workspaces.ts';
import { Icon } from '../Icon.tsx';

type Found = Output<'lookUpElsewhere'>['workspaces'];

export interface AlsoInProps {
  record: LinkedInRecord;
  workspaces: Workspaces;
  onLookUp: (record: LinkedInRecord, signal: AbortSignal) => Promise<Output<'lookUpElsewhere'>>;
  onShow: (workspaceId: string) => Promise<unknown>;
}

/** Whether the user's other workspaces have this person or company. One that could not be asked is named. */
export function AlsoIn({ record, workspaces, onLookUp, onShow }: AlsoInProps) {
  const [turn, setTurn] = useState(0);
  const [found, setFound] = useState<Found | 'failed'>();
  const pageKey = pageKeyOf(record);
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    setFound(undefined);
    onLookUp(record, signal).then(
      (answer) => signal.aborted || setFound(answer.workspaces),
      () => signal.aborted || setFound('failed'),
    );
    return () => left.abort();
  }, [pageKey, workspaces.activeId, turn]);

  const again = (
    <button type="button" class="link-button" onClick={() => setTurn(turn + 1)}>
      {t('checkAgain')}
    </button>
  );
  return (
    <section class="also-in" aria-label={t('otherWorkspaces')} aria-live="polite">
      {found === undefined && <p class="muted">{t('alsoInChecking')}</p>}
      {found === 'failed' && (
        <p class="muted">
          {t('alsoInFailed')} {again}
        </p>
      )}
      {Array.isArray(found) && <FoundLines found={found} record={record} onShow={onShow} again={again} />}
    </section>
  );
}

interface FoundLinesProps extends Pick<AlsoInProps, 'record' | 'onShow'> {
  found: Found;
  again: preact.JSX.Element;
}

function FoundLines({ found, record, onShow, again }: FoundLinesProps) {
  if (found.every(({ lookUp }) => lookUp.state === 'new')) return <p class="muted">{t('alsoInNone')}</p>;
  return (
    <ul>
      {found.map(({ workspaceId, name, lookUp }) => {
        if (lookUp.state === 'new') return null;
        if (lookUp.state === 'unchecked')
          return (
            <li key={workspaceId} title={errorText(lookUp.kind, lookUp.message)}>
              <Icon name="cloudOff" size={14} />
              <span>{t('alsoInUnchecked', name)}</span>
              {again}
            </li>
          );
        const url = crmUrlOf(record.kind === 'person' ? 'contact' : 'company', lookUp.recordId);
        return (
          <li key={workspaceId}>
            <Icon name="check" size={14} />
            {url ? (
              <a href={url} target="_blank" rel="noreferrer">
                {t('alsoIn', name)}
              </a>
            ) : (
              <span>{t('alsoIn', name)}</span>
            )}
            <button
              type="button"
              class="link-button"
              aria-label={t('workspaceShowNamed', name)}
              onClick={() => void onShow(workspaceId)}
            >
              {t('workspaceShow')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
