import { formatNumber, t } from '../../lib/i18n.ts';
import type { MailboxState } from '../../lib/messages/workspace.ts';
import { inWords } from '../../lib/panel/in-words.ts';
import { useRecordPart } from '../../lib/panel/use-record-part.ts';
import type { WorkspaceCalls } from '../../lib/panel/workspace-calls.ts';
import { When } from '../known/When.tsx';
import { PartList, StateChip } from './PartList.tsx';
import { SwitchButton } from './SwitchButton.tsx';

const states = { active: 'automationStateOn', inactive: 'automationStateOff' } as const;
/** So many errors are shown of each; the newest says the most. */
const mostErrors = 3;

/** The mailboxes that automations send from, and what went wrong with them. */
export function MailboxesTab({ calls, now }: { calls: WorkspaceCalls; now: number }) {
  const part = useRecordPart<MailboxState>({
    key: 'mailboxes',
    load: calls.listMailboxes,
    idOf: ({ id }) => id,
  });
  return (
    <PartList part={part} empty={t('mailboxesEmpty')}>
      {(mailbox) => (
        <li key={mailbox.id} class="work-item">
          <span class="work-head">
            <strong>
              <bdi>{mailbox.address}</bdi>
            </strong>
            {mailbox.senderName && <bdi class="muted">{mailbox.senderName}</bdi>}
            {mailbox.status && (
              <StateChip text={inWords(states, mailbox.status)} isGood={mailbox.status === 'active'} />
            )}
          </span>
          {mailbox.dailyLimit !== undefined && (
            <p class="muted work-small">{t('mailboxLimit', formatNumber(mailbox.dailyLimit))}</p>
          )}
          <Errors mailbox={mailbox} now={now} />
          <Switch
            mailbox={mailbox}
            onSwitch={async (isActive) => {
              await calls.switchMailbox(mailbox.id, isActive);
              part.reload();
            }}
          />
        </li>
      )}
    </PartList>
  );
}

function Errors({ mailbox: { errors }, now }: { mailbox: MailboxState; now: number }) {
  if (!errors) return <p class="muted work-small">{t('mailboxErrorsUnknown')}</p>;
  return (
    <>
      {errors.slice(0, mostErrors).map(({ message, at }) => (
        <p key={`${at} ${message}`} class="status-danger">
          {t('serverSaid', message)} <When at={at} now={now} />
        </p>
      ))}
    </>
  );
}

interface SwitchProps {
  mailbox: MailboxState;
  onSwitch: (isActive: boolean) => Promise<void>;
}

function Switch({ mailbox: { address, status }, onSwitch }: SwitchProps) {
  const isOff = status === 'inactive';
  return (
    <SwitchButton
      key={status}
      label={t(isOff ? 'automationStart' : 'automationStop')}
      about={address}
      isDanger={!isOff}
      question={isOff ? undefined : t('switchOffAsk', address)}
      onPress={() => onSwitch(isOff)}
    />
  );
}
