import type { UserManifest } from 'wxt';

/**
 * What each browser is told about the extension. Every permission here is a promise to the user; the reasons
 * stand in the README under "Permissions" and on the help page, and a test holds the built manifest against them.
 */

/** What all browsers are told. */
const everywhere: UserManifest = {
  name: '__MSG_extensionName__',
  description: '__MSG_extensionDescription__',
  default_locale: 'en',
  permissions: ['storage', 'scripting', 'alarms'],
  optional_permissions: ['notifications'],
  host_permissions: ['https://*.linkedin.com/*', 'https://leadgen.grinfi.io/*'],
  action: { default_title: '__MSG_extensionName__' },
  commands: {
    'open-panel': {
      suggested_key: { default: 'Alt+Shift+G' },
      description: '__MSG_commandOpenPanel__',
    },
    'quick-save': {
      suggested_key: { default: 'Alt+Shift+S' },
      description: '__MSG_commandQuickSave__',
    },
    // Without keys, which the user gives them in the browser: there are few that nobody uses.
    'recipe-1': { description: '__MSG_commandRecipe1__' },
    'recipe-2': { description: '__MSG_commandRecipe2__' },
    'recipe-3': { description: '__MSG_commandRecipe3__' },
    'recipe-4': { description: '__MSG_commandRecipe4__' },
  },
};

/** Chrome, Edge and their kin. */
export const chromium: UserManifest = {
  ...everywhere,
  minimum_chrome_version: '120',
  permissions: ['storage', 'scripting', 'sidePanel', 'alarms'],
};

/**
 * Its sidebar needs no permission. What is sent is told to the user by Firefox itself, at installation, from
 * 140 on (142 on Android); the background page as a module and `storage.session` are older.
 */
export const firefox: UserManifest = {
  ...everywhere,
  browser_specific_settings: {
    gecko: {
      id: 'capture@grinfi.io',
      strict_min_version: '142.0',
      data_collection_permissions: {
        required: [
          'authenticationInfo',
          'browsingActivity',
          'personalCommunications',
          'personallyIdentifyingInfo',
          'websiteContent',
        ],
      },
    },
  },
};
