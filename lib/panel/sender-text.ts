import { formatDate, t } from '../i18n.ts';
import type { SenderProfile } from '../outreach.ts';

/** What a user should know before this sender writes on LinkedIn. */
export interface SenderState {
  /** "Jonas Ebbwater · on hold until 27 Nov 2026" */
  name: string;
  /** Grinfi refuses what it is asked to send. */
  isOff: boolean;
  /** The same in a sentence, and what it means for the message. */
  note?: string | undefined;
}

/** @param now ms since 1970 */
export function senderState(sender: SenderProfile, now: number): SenderState {
  const named = (words: string) => `${sender.name} · ${words}`;
  if (sender.status !== undefined && sender.status !== 'enabled')
    return { name: named(t('senderOff')), isOff: true };
  const heldUntil = Date.parse(sender.heldUntil ?? '');
  if (heldUntil > now) {
    const words = t('senderHeld', formatDate(heldUntil));
    return { name: named(words), isOff: false, note: t('senderWaitsNote') };
  }
  if (sender.linkedInBrowserId === undefined)
    return { name: named(t('senderNoBrowser')), isOff: false, note: t('senderNoBrowserNote') };
  return {
    name: sender.name,
    isOff: false,
    ...(sender.hasSmartLimits ? { note: t('senderLimitsNote') } : {}),
  };
}

/** A sender to choose from; the user's own label beside the name where it says more. */
export function senderOption({ id, name, label }: SenderProfile): { id: string; name: string } {
  return { id, name: label && label !== name ? `${name} · ${label}` : name };
}

/**
 * Who most likely writes: whom the user chose, else who wrote to this contact last, else the user's own, else
 * the only one there is. Nobody who is switched off.
 */
export function likelySender(
  senders: readonly SenderProfile[],
  wanted: { chosenId?: string | undefined; lastId?: string | undefined; userId?: string | undefined },
): SenderProfile | undefined {
  const able = senders.filter(({ status }) => status === undefined || status === 'enabled');
  const withBrowser = able.filter(({ linkedInBrowserId }) => linkedInBrowserId !== undefined);
  return (
    able.find(({ id }) => id === wanted.chosenId) ??
    able.find(({ id }) => id === wanted.lastId) ??
    withBrowser.find(({ userId }) => userId !== undefined && userId === wanted.userId) ??
    (withBrowser.length === 1 ? withBrowser[0] : undefined) ??
    (able.length === 1 ? able[0] : undefined)
  );
}
