import { now } from '../lib/testing/panel-states.ts';

/**
 * The browser's interfaces as far as a component needs them to be looked at: texts in the language that the
 * address asks for, a storage that forgets, and no service worker behind it.
 */

type Texts = Record<string, { message: string }>;
const files = import.meta.glob<Texts>('../public/_locales/*/messages.json', {
  eager: true,
  import: 'default',
});

const wanted = new URLSearchParams(location.search).get('lang') ?? 'en';
const texts = files[`../public/_locales/${wanted}/messages.json`] ?? {};

// The same time for everybody who looks: "3 days ago" is part of a picture.
Date.now = () => now;

const noEvents = { addListener() {}, removeListener() {} };

function area() {
  const kept = new Map<string, unknown>();
  return {
    async get(keys: string | string[]) {
      return Object.fromEntries(
        [keys].flat().flatMap((key) => (kept.has(key) ? [[key, kept.get(key)]] : [])),
      );
    },
    async set(values: Record<string, unknown>) {
      for (const [key, value] of Object.entries(values)) kept.set(key, value);
    },
    async remove(keys: string | string[]) {
      for (const key of [keys].flat()) kept.delete(key);
    },
  };
}

export const browser = {
  i18n: {
    getMessage(key: string, values: string | string[] = []) {
      if (key === '@@bidi_dir') return new URLSearchParams(location.search).has('rtl') ? 'rtl' : 'ltr';
      const all = [values].flat();
      return (texts[key]?.message ?? '').replaceAll(/\$(\d)/g, (_, n: string) => all[Number(n) - 1] ?? '');
    },
    getUILanguage: () => wanted.replace('_', '-'),
  },
  storage: { local: area(), session: area(), onChanged: noEvents },
  runtime: {
    id: 'gallery',
    getURL: (path: string) => path,
    sendMessage: async () => ({ ok: false, kind: 'offline', message: 'The gallery has no service worker.' }),
    onMessage: noEvents,
    openOptionsPage: async () => undefined,
  },
};
