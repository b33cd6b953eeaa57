import { formatDateTime, t } from '../../lib/i18n.ts';
import { useRecordPart } from '../../lib/panel/use-record-part.ts';
import type { WorkspaceCalls } from '../../lib/panel/workspace-calls.ts';
import { browserStateText } from '../../lib/panel/workspace-text.ts';
import type { LinkedInBrowser } from '../../lib/workspace.ts';
import { PartList, StateChip } from './PartList.tsx';
import { SwitchButton } from './SwitchButton.tsx';

/** The browsers in the cloud in which senders are logged in to LinkedIn. */
export function BrowsersTab({ calls }: { calls: WorkspaceCalls }) {
  const part = useRecordPart<LinkedInBrowser>({
    key: 'browsers',
    load: calls.listLinkedInBrowsers,
    idOf: ({ id }) => id,
  });
  return (
    <PartList part={part} empty={t('browsersEmpty')}>
      {(browser) => (
        <li key={browser.id} class="work-item">
          <span class="work-head">
            <strong>
              <bdi>{nameOf(browser)}</bdi>
            </strong>
            {browser.status && (
              <StateChip text={browserStateText(browser.status)} isGood={browser.status === 'running'} />
            )}
          </span>
          {browser.error && <p class="status-danger">{t('serverSaid', browser.error)}</p>}
          {!browser.isLoggedIn && <p class="status-warn">{t('browserNobody')}</p>}
          <Since at={browser.lastStartAt} />
          <Switch
            browser={browser}
            onSwitch={async (isRunning) => {
              await calls.switchLinkedInBrowser(browser.id, isRunning);
              part.reload();
            }}
          />
        </li>
      )}
    </PartList>
  );
}

const nameOf = ({ id, name }: LinkedInBrowser) => name ?? id;

function Since({ at }: { at: string | undefined }) {
  const time = Date.parse(at ?? '');
  if (Number.isNaN(time)) return null;
  return <p class="muted work-small">{t('browserSince', formatDateTime(time))}</p>;
}

interface SwitchProps {
  browser: LinkedInBrowser;
  onSwitch: (isRunning: boolean) => Promise<void>;
}

/** Grinfi warns of starting one in which nobody has logged in, and of any that was not stopped by hand. */
function Switch({ browser, onSwitch }: SwitchProps) {
  const canStart = browser.status === 'stopped' && browser.isLoggedIn;
  const canStop = browser.status === 'running' || browser.status === 'idle';
  if (!canStart && !canStop) return null;
  return (
    <SwitchButton
      key={browser.status}
      label={t(canStop ? 'browserStop' : 'browserStart')}
      about={nameOf(browser)}
      isDanger={canStop}
      question={canStop ? t('browserStopAsk', nameOf(browser)) : undefined}
      onPress={() => onSwitch(!canStop)}
    />
  );
}
