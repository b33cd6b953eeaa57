import type { TextKey } from './i18n.ts';

/** In which text each permission of the manifest is explained, in the help and in the stores. */
export const permissionReasons: Readonly<Record<string, TextKey>> = {
  'https://*.linkedin.com/*': 'permissionLinkedIn',
  'https://leadgen.grinfi.io/*': 'permissionGrinfi',
  scripting: 'permissionScripting',
  storage: 'permissionStorage',
  sidePanel: 'permissionSidePanel',
  alarms: 'permissionAlarms',
  notifications: 'permissionNotifications',
};
