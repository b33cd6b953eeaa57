import type { SenderProfile } from '../../lib/outreach.ts';
import { senderHindrances, senderLimits } from '../../lib/panel/sender-facts.ts';
import { Icon } from '../Icon.tsx';

/** Whether a sender can send now, and within which limits. */
export function SenderFacts({ sender, now }: { sender: SenderProfile; now: number }) {
  const limits = senderLimits(sender);
  return (
    <>
      {senderHindrances(sender, now).map((line) => (
        <p key={line} class="status status-warn">
          <Icon name="alert" size={14} />
          <span>{line}</span>
        </p>
      ))}
      {limits.length > 0 && <p class="muted part-hint">{limits.join(' · ')}</p>}
    </>
  );
}
