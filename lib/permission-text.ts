import { type TextKey, t } from './i18n.ts';

const reasons: Record<string, TextKey> = {
  'https://*.linkedin.com/*': 'permissionLinkedIn',
  'https://leadgen.grinfi.io/*': 'permissionGrinfi',
  scripting: 'permissionScripting',
  storage: 'permissionStorage',
  sidePanel: 'permissionSidePanel',
  alarms: 'permissionAlarms',
  notifications: 'permissionNotifications',
};

/** Why a permission of the manifest is asked for. */
export function permissionReason(permission: string): string | undefined {
  const key = reasons[permission];
  return key && t(key);
}
