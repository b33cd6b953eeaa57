import { t } from '../i18n.ts';

/** The keys that save, as they are named on this computer's keyboard. */
export function saveKeys(): string[] {
  return [navigator.platform.startsWith('Mac') ? '⌘' : t('keyControl'), '↵'];
}
