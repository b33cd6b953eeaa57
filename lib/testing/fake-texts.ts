import { readFileSync } from 'node:fs';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Lets the in-memory browser answer with the texts of a language file, as Chrome does. */
export function useTexts(locale = 'en', uiLanguage = locale.replace('_', '-')): void {
  const texts = JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8')) as Record<
    string,
    { message: string }
  >;
  const getMessage = (key: string, values: string | string[] = []) => {
    const all = [values].flat();
    return (texts[key]?.message ?? '').replaceAll(/\$(\d)/g, (_, n: string) => all[Number(n) - 1] ?? '');
  };
  Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => uiLanguage });
}
