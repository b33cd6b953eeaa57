import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { permissionReasons } from '../../lib/permission-reasons.ts';
import { chromium, firefox } from '../../manifest.ts';
import { root } from '../root.mjs';

/** What the stores show and ask for, in one language. */
export interface StoreTexts {
  name: string;
  summary: string;
  description: string;
  singlePurpose: string;
  /** By permission, as the manifest names it. */
  permissions: Record<string, string>;
  /** On the tiles. */
  headline: string;
  features: readonly string[];
}

/** Characters; the least of what the stores of Chrome, Edge and Firefox take. Sources: their publishing guides. */
export const limits = {
  name: 45,
  summary: 132,
  description: { atLeast: 250, atMost: 10_000 },
  singlePurpose: 1_000,
  permission: 1_000,
} as const;

interface Written {
  headline: string;
  opening: string;
  featuresTitle: string;
  features: string[];
  privacyTitle: string;
}

const locales = path.join(root, 'public', '_locales');
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

export const storeLanguages = (): string[] => readdirSync(locales).toSorted();

function askedPermissions(): string[] {
  const all = [chromium, firefox].flatMap((manifest) => [
    ...(manifest.host_permissions ?? []),
    ...(manifest.permissions ?? []),
    ...(manifest.optional_permissions ?? []),
  ]);
  return [...new Set(all.map(String))];
}

/**
 * The texts of the product and those of `docs/store/texts.json`, put together.
 * @throws when one is missing
 */
export function storeTexts(language: string): StoreTexts {
  const messages = readJson(path.join(locales, language, 'messages.json')) as Record<
    string,
    { message: string }
  >;
  const all = readJson(path.join(root, 'docs', 'store', 'texts.json')) as Record<string, Written>;
  const written = all[language];
  if (!written) throw new Error(`docs/store/texts.json has nothing in ${language}.`);
  const text = (key: string): string => {
    const found = messages[key]?.message;
    if (!found) throw new Error(`There is no ${key} in ${language}.`);
    return found;
  };
  const reason = (permission: string): string => {
    const key = permissionReasons[permission];
    if (!key) throw new Error(`Nothing says why ${permission} is asked for.`);
    return text(key);
  };
  const list = (items: readonly string[]) => items.map((item) => `• ${item}`).join('\n');
  const description = [
    written.opening,
    `${written.featuresTitle}\n${list(written.features)}`,
    `${text('privacyTitle')}\n${list(['promiseReads', 'privacySent', 'privacyKept'].map(text))}`,
    `${written.privacyTitle}\n${list(['promiseNever', 'helpNeverInvents', 'privacyNever'].map(text))}`,
    text('policyLaw'),
  ].join('\n\n');
  return {
    name: text('extensionName'),
    summary: text('extensionDescription'),
    description,
    singlePurpose: text('policyPurpose'),
    permissions: Object.fromEntries(askedPermissions().map((permission) => [permission, reason(permission)])),
    headline: written.headline,
    features: written.features,
  };
}
