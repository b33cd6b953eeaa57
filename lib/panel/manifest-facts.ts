import { browser } from 'wxt/browser';

/** What the browser was told about the product, so that a page never says otherwise. */

/** Sites first, then what the extension may do, and at last what it may do when the user has allowed it. */
export function askedPermissions(): string[] {
  const {
    host_permissions: hosts = [],
    permissions = [],
    optional_permissions: optional = [],
  } = browser.runtime.getManifest() as Record<string, string[] | undefined>;
  return [...hosts, ...permissions, ...optional];
}

export function productVersion(): string {
  return browser.runtime.getManifest().version;
}
