import { t } from '../../lib/i18n.ts';
import type { SenderProfile } from '../../lib/outreach.ts';
import { useRecordPart } from '../../lib/panel/use-record-part.ts';
import type { WorkspaceCalls } from '../../lib/panel/workspace-calls.ts';
import { SenderFacts } from '../known/SenderFacts.tsx';
import { PartList, StateChip } from './PartList.tsx';
import { SwitchButton } from './SwitchButton.tsx';

/** Who can write in the workspace's name, whether they can now, and within which limits. */
export function SendersTab({ calls, now }: { calls: WorkspaceCalls; now: number }) {
  const part = useRecordPart<SenderProfile>({
    key: 'senders',
    load: calls.listSenderProfiles,
    idOf: ({ id }) => id,
  });
  return (
    <PartList part={part} empty={t('sendersEmpty')}>
      {(sender) => (
        <li key={sender.id} class="work-item">
          <span class="work-head">
            <strong>
              <bdi>{sender.name}</bdi>
            </strong>
            {sender.label && sender.label !== sender.name && <bdi class="muted">{sender.label}</bdi>}
            <StateChip
              text={t(sender.status === 'disabled' ? 'automationStateOff' : 'automationStateOn')}
              isGood={sender.status !== 'disabled'}
            />
          </span>
          <SenderFacts sender={sender} now={now} />
          <Missing sender={sender} />
          <Switch
            sender={sender}
            onSwitch={async (isEnabled) => {
              await calls.switchSenderProfile(sender.id, isEnabled);
              part.reload();
            }}
          />
        </li>
      )}
    </PartList>
  );
}

function Missing({ sender: { linkedInBrowserId, mailboxId } }: { sender: SenderProfile }) {
  const lines = [
    ...(linkedInBrowserId === undefined ? [t('limitsNoLinkedIn')] : []),
    ...(mailboxId === undefined ? [t('limitsNoMailbox')] : []),
  ];
  return lines.length > 0 ? <p class="muted work-small">{lines.join(' · ')}</p> : null;
}

interface SwitchProps {
  sender: SenderProfile;
  onSwitch: (isEnabled: boolean) => Promise<void>;
}

function Switch({ sender: { name, status }, onSwitch }: SwitchProps) {
  const isOff = status === 'disabled';
  return (
    <SwitchButton
      key={status}
      label={t(isOff ? 'automationStart' : 'automationStop')}
      about={name}
      isDanger={!isOff}
      question={isOff ? undefined : t('switchOffAsk', name)}
      onPress={() => onSwitch(isOff)}
    />
  );
}
