import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { KeyCheck } from '../../components/options/KeySection.tsx';
import type { MinimumChoice } from '../../components/options/MinimumSection.tsx';
import { forgetAnchor } from '../canary/anchor-store.ts';
import type { Account, Catalog, KeyState } from '../crm.ts';
import { type Density, getDensity } from '../density.ts';
import { getPresets, setPresets } from '../presets.ts';
import { failureOf, send } from '../send.ts';
import { changeSettings, getSettings } from '../settings.ts';
import { getStored, type StoredName, type setStored, watchStored } from '../stored.ts';
import { getWorkspaces, noWorkspaces, type Workspaces, watchWorkspaces } from '../workspaces.ts';
import { createCatalogCalls } from './catalog-calls.ts';
import { chooseDensity } from './choose-density.ts';
import type { FormPresets } from './form.ts';
import { useRecipes } from './use-recipes.ts';
import type { PartAsked } from './use-record-part.ts';
import { useShortcuts } from './use-shortcuts.ts';

const catalogCalls = createCatalogCalls(send);
const followUpCalls = {
  listSenderProfiles: async (asked?: PartAsked) => ({
    items: (await send('listSenderProfiles', {}, asked)).senders,
  }),
  async listEnrolments(_: unknown, asked?: PartAsked) {
    const { enrolments: items, ...more } = await send('listEnrolments', {}, asked);
    return { items, ...more };
  },
};

/** Everything the options page shows and does; nothing before the stored values are known. */
export function useOptions() {
  const keyState = useStored('keyState');
  const account = useStored('account');
  const catalog = useStored('catalog');
  const { recipes, store: onRecipes } = useRecipes();
  const keyFault = useStored('keyFault');
  const [workspaces, setWorkspaces] = useState<Workspaces>(noWorkspaces);
  const anchors = useStored('anchors');
  const [presets, setShownPresets] = useState<FormPresets>({});
  const [check, setCheck] = useState<KeyCheck>({ step: 'idle' });
  const [isCollecting, setIsCollecting] = useState(false);
  const [isNotifying, setIsNotifying] = useState(false);
  const [density, setShownDensity] = useState(getDensity);
  const [minimum, setMinimum] = useState<MinimumChoice>({ isOn: false, fields: [] });
  const { shortcuts, onEditShortcuts } = useShortcuts();
  useEffect(() => {
    void getSettings().then(({ collectFirst, minimumData, minimumFields }) => {
      setIsCollecting(collectFirst);
      setMinimum({ isOn: minimumData, fields: minimumFields });
    });
    void mayNotify().then(setIsNotifying);
    void getWorkspaces().then(setWorkspaces);
    return watchWorkspaces(setWorkspaces);
  }, []);
  // Each workspace has its own.
  useEffect(() => {
    void getPresets().then(setShownPresets);
  }, [workspaces.activeId]);

  async function checkKey(key: string): Promise<void> {
    setCheck({ step: 'checking' });
    try {
      setCheck({ step: 'good', account: (await send('checkKey', { key })).account });
    } catch (error) {
      setCheck({ step: 'bad', ...failureOf(error) });
    }
  }

  async function saveKey(key: string, keep: 'always' | 'session'): Promise<void> {
    setCheck((now) => (now.step === 'good' ? { step: 'saving', account: now.account } : now));
    try {
      await send('saveKey', { key, keep });
      setCheck({ step: 'idle' });
      // The defaults below need lists and tags; without them they stay away until the panel fetches them.
      await send('refreshCatalog', {}).catch(() => undefined);
    } catch (error) {
      setCheck({ step: 'bad', ...failureOf(error) });
    }
  }

  async function forgetKey(): Promise<void> {
    try {
      await send('forgetKey', {});
      setCheck({ step: 'idle' });
    } catch (error) {
      setCheck({ step: 'bad', ...failureOf(error) });
    }
  }

  async function changePresets(next: FormPresets): Promise<void> {
    setShownPresets(next);
    await setPresets({ ...next, tagIds: next.tagIds ?? [] });
  }

  return {
    isLoaded: keyState.isLoaded && account.isLoaded && catalog.isLoaded,
    keyState: keyState.value ?? ('none' satisfies KeyState),
    workspaces,
    keyFault: keyFault.value,
    workspaceActions: {
      show: async (workspaceId: string) => {
        await send('showWorkspace', { workspaceId });
        await send('refreshCatalog', {}).catch(() => undefined);
      },
      rename: async (workspaceId: string, label: string) =>
        void (await send('changeWorkspace', { workspaceId, label })),
      makeDefault: async (workspaceId: string, isDefault: boolean) =>
        void (await send('changeWorkspace', { workspaceId, isDefault })),
      forget: async (workspaceId: string) => void (await send('forgetKey', { workspaceId })),
    },
    account: account.value as Account | undefined,
    catalog: catalog.value as Catalog | undefined,
    catalogCalls,
    followUpCalls,
    presets,
    anchors: anchors.value ?? [],
    onForgetAnchor: forgetAnchor,
    check,
    shortcuts,
    onCheck: checkKey,
    onSave: saveKey,
    onForget: forgetKey,
    onReset: () => setCheck({ step: 'idle' }),
    onPresets: changePresets,
    recipes,
    onRecipes,
    minimum,
    onMinimum(choice: MinimumChoice) {
      setMinimum(choice);
      void changeSettings({ minimumData: choice.isOn, minimumFields: [...choice.fields] });
    },
    isCollecting,
    onCollecting(collectFirst: boolean) {
      setIsCollecting(collectFirst);
      void changeSettings({ collectFirst });
    },
    density,
    async onDensity(next: Density) {
      await chooseDensity(next);
      setShownDensity(next);
    },
    isNotifying,
    async onNotifying(isOn: boolean) {
      // At once: the browser asks the user only within the click.
      const isAllowed = isOn && (await browser.permissions.request(notifying));
      if (!isOn) await browser.permissions.remove(notifying);
      setIsNotifying(isAllowed);
      await changeSettings({ notify: isAllowed });
    },
    onEditShortcuts,
  };
}

const notifying = { permissions: ['notifications' as const] };

/** The permission can be taken back in the browser's own settings. */
async function mayNotify(): Promise<boolean> {
  return (await getSettings()).notify && (await browser.permissions.contains(notifying));
}

type Value<N extends StoredName> = Parameters<typeof setStored<N>>[1];

function useStored<N extends StoredName>(name: N): { isLoaded: boolean; value: Value<N> | undefined } {
  const [stored, setStored] = useState<{ isLoaded: boolean; value: Value<N> | undefined }>({
    isLoaded: false,
    value: undefined,
  });
  useEffect(() => {
    void getStored(name).then((value) => setStored({ isLoaded: true, value }));
    return watchStored(name, (value) => setStored({ isLoaded: true, value }));
  }, [name]);
  return stored;
}
