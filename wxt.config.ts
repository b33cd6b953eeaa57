import { defineConfig } from 'wxt';

/**
 * Every permission here is a promise to the user; the reasons stand in the README under "Permissions"
 * and a test holds the built manifest against them.
 */
export default defineConfig({
  imports: false,
  targetBrowsers: ['chrome'],
  vite: () => ({
    // Every browser that the manifest allows knows `modulepreload`.
    build: {
      modulePreload: {
        polyfill: false,
        // Of a part that is loaded later, the scripts are there already, or come from the disk with it.
        resolveDependencies: (_file, needed, { hostType }) =>
          hostType === 'js' ? needed.filter((name) => name.endsWith('.css')) : needed,
      },
    },
  }),
  manifest: {
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    minimum_chrome_version: '120',
    permissions: ['storage', 'scripting', 'sidePanel', 'alarms'],
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
    },
  },
});
