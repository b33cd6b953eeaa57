import { browser } from 'wxt/browser';
import type { KeyState } from '../crm.ts';
import { plural, t } from '../i18n.ts';

/** What the toolbar button says: colour and one sign, and in words when pointed at. */
export interface BadgeState {
  waiting: number;
  sending: number;
  /** Entries that nothing happens with before the user acts. */
  attention: number;
  keyState?: KeyState | undefined;
}

const colors = { attention: '#b3261e', waiting: '#8a5a00', sending: '#1f5fbf', saved: '#1a7f37' } as const;

interface Look {
  text: string;
  color: string;
  title: string;
}

function lookOf({ waiting, sending, attention, keyState }: BadgeState): Look {
  if (attention > 0)
    return { text: '!', color: colors.attention, title: plural('badgeAttention', attention) };
  const isWaiting = waiting > 0;
  if (isWaiting && (keyState === 'refused' || keyState === 'none'))
    return { text: '!', color: colors.attention, title: t('badgeKey') };
  if (sending > 0) return { text: '…', color: colors.sending, title: t('badgeSending') };
  if (isWaiting)
    return {
      text: waiting > 99 ? '99+' : String(waiting),
      color: colors.waiting,
      title: plural('badgeWaiting', waiting),
    };
  return { text: '', color: colors.sending, title: t('extensionName') };
}

async function show({ text, color, title }: Look): Promise<void> {
  await browser.action.setBadgeText({ text });
  await browser.action.setBadgeBackgroundColor({ color });
  await browser.action.setTitle({ title });
}

/** How long a passing sign stays. */
const flashMs = 4_000;

export interface Badge {
  show(state: BadgeState): Promise<void>;
  /** A tick for a moment, then the state again. */
  flashSaved(title: string): Promise<void>;
  /** The same for what was collected, and waits here for the user. */
  flashCollected(): Promise<void>;
  /** Why a quick save did not happen: there is no other screen to say it on. Stays until the next change. */
  showProblem(sentence: string): Promise<void>;
}

export function createBadge(): Badge {
  let last: BadgeState = { waiting: 0, sending: 0, attention: 0 };
  let ends: ReturnType<typeof setTimeout> | undefined;

  async function flash(look: Look): Promise<void> {
    clearTimeout(ends);
    ends = setTimeout(() => {
      ends = undefined;
      void show(lookOf(last));
    }, flashMs);
    await show(look);
  }

  return {
    async show(state) {
      last = state;
      if (ends === undefined || state.attention > 0) await show(lookOf(state));
    },
    flashSaved: (title) => flash({ text: '✓', color: colors.saved, title: t('badgeSaved', title) }),
    flashCollected: () => flash({ text: '✓', color: colors.waiting, title: t('collectedHere') }),
    async showProblem(sentence) {
      clearTimeout(ends);
      ends = undefined;
      await show({ text: '!', color: colors.attention, title: sentence });
    },
  };
}
