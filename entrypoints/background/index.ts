import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createCatalogChanges } from '../../lib/background/areas/catalog-changes.ts';
import { createContactWork } from '../../lib/background/areas/contact-work.ts';
import { createConversations } from '../../lib/background/areas/conversations.ts';
import { createKey } from '../../lib/background/areas/key.ts';
import { createLookingUp } from '../../lib/background/areas/looking-up.ts';
import { createReading } from '../../lib/background/areas/reading.ts';
import { createRecordChanges } from '../../lib/background/areas/record-changes.ts';
import { createSaving } from '../../lib/background/areas/saving.ts';
import { createWorkspace } from '../../lib/background/areas/workspace.ts';
import { createBadge } from '../../lib/background/badge.ts';
import { keepInCatalog } from '../../lib/background/catalog-changes.ts';
import { showDefaultWorkspace } from '../../lib/background/change-workspace.ts';
import { createDrainSchedule, drainAlarm, ensureDrainAlarm } from '../../lib/background/drain-alarm.ts';
import { openSettingsOnFirstRun } from '../../lib/background/first-run.ts';
import { createGrinfi } from '../../lib/background/grinfi.ts';
import { openOnClick, tellNeed, tellQuickSave, tellQuickSaved } from '../../lib/background/notify.ts';
import { createPublisher, tellOutboxFault } from '../../lib/background/publish-outbox.ts';
import { createQuickGuard } from '../../lib/background/quick-guard.ts';
import { createQuickSave } from '../../lib/background/quick-save.ts';
import { remember } from '../../lib/background/remembered.ts';
import { accessNow, noticeLostKeys } from '../../lib/background/workspaces.ts';
import { t } from '../../lib/i18n.ts';
import { handleMessages } from '../../lib/messaging.ts';
import { createBatches } from '../../lib/outbox/batches.ts';
import { createDatabase } from '../../lib/outbox/database.ts';
import { createDrain } from '../../lib/outbox/drain.ts';
import { createGrinfiPort } from '../../lib/outbox/grinfi-port.ts';
import { createOutbox } from '../../lib/outbox/outbox.ts';
import { getPresets } from '../../lib/presets.ts';
import { recipeAt } from '../../lib/recipes.ts';
import { getSettings, minimumOf, settingsKey } from '../../lib/settings.ts';
import { openSidePanel } from '../../lib/side-panel.ts';
import { getStored } from '../../lib/stored.ts';
import { watchWorkspaces } from '../../lib/workspaces.ts';

/** Enough to use up the rate limit when each answer takes a second and a half. */
const concurrency = 7;

/**
 * The service worker: builds the parts and connects them with the browser's events. Every listener is
 * registered before the first `await`, or the browser would not find it when it starts the worker to deliver
 * an event.
 */
export default defineBackground({
  main() {
    // Asked anew each time, not kept: the clock may be set while the worker runs.
    const now = () => Date.now();
    // The only place for what no screen can show: a fault of ours. It holds no key and no field.
    const onError = (error: unknown) => console.error(error);
    const account = () => getStored('account');
    const catalog = () => getStored('catalog');

    const grinfi = createGrinfi();
    const { workspaces } = grinfi;
    const badge = createBadge();
    const database = createDatabase();
    const outbox = createOutbox(database, {
      onChange: (isStep) => (isStep ? publishSoon() : void publish()),
    });
    const batches = createBatches(database, { onChange: () => void publish() });
    /** Saves by the keyboard on their way, which no screen follows, with what was not done of each. */
    const quickSaves = new Map<string, string | undefined>();
    const tellProblem = async (sentence: string) => {
      await badge.showProblem(sentence);
      await tellQuickSave(sentence);
    };
    const { publish, publishSoon, shown } = createPublisher({
      outbox: () => outbox,
      batches: () => batches,
      badge,
      tellNeed,
      onSaved({ id, title }) {
        const notDone = quickSaves.get(id);
        if (!quickSaves.delete(id)) return;
        (notDone ? tellProblem(notDone) : tellQuickSaved(title)).catch(onError);
      },
      onError,
    });
    const drain = createDrain({
      outbox,
      crmFor: (id) =>
        createGrinfiPort(grinfi.clientFor(id), {
          serverTime: grinfi.serverTime,
          async knownFields() {
            const workspace = await workspaces.find(id);
            return workspace && (await workspaces.get(workspace.id, 'catalog'))?.customFields;
          },
          // Else a screen that tells of the save would not know the tag's name before the next refresh.
          onNamed: (kind, item) => keepInCatalog(grinfi, id, kind, item).catch(onError),
        }),
      now,
      random: Math.random,
      access: () => accessNow(workspaces),
      shown,
      // A refusal is noted by the client, which knows whether the key is still the one that it used.
      onAuthRefused: () => noticeLostKeys(grinfi.keyStore, workspaces),
      onIdle: createDrainSchedule({ now, drain: () => void drain.drain() }),
      onError(error) {
        onError(error);
        void tellOutboxFault(error);
      },
      locks: navigator.locks,
      concurrency,
    });
    const send = () => void drain.drain();
    const settings = remember([settingsKey], getSettings);
    const isCollecting = async () => (await settings.get()).collectFirst;

    const reading = createReading({ now, onError });
    const saving = createSaving({
      outbox,
      batches,
      drain,
      now,
      workspaces,
      catalog,
      presets: getPresets,
      isCollecting,
      ensureAlarm: ensureDrainAlarm,
    });
    const lookingUp = createLookingUp({ grinfi, now });
    const contactWork = createContactWork({ grinfi, account, now });
    handleMessages({
      ...reading,
      ...saving,
      ...lookingUp,
      ...createKey({ grinfi, onSaved: send }),
      ...contactWork,
      ...createConversations({ grinfi, now }),
      ...createRecordChanges({ grinfi }),
      ...createWorkspace({ grinfi }),
      ...createCatalogChanges({ grinfi }),
    });

    const quickSave = createQuickSave({
      ...reading,
      ...saving,
      getPresets,
      getMinimum: async () => minimumOf(await getSettings()),
      recipeAt,
      isClear: createQuickGuard({ ...lookingUp, ...contactWork }),
      onStored: (entryId, notDone) => quickSaves.set(entryId, notDone),
      isCollecting,
      async onCollected() {
        await badge.flashCollected();
        await tellQuickSave(t('collectedHere'));
      },
      showProblem: tellProblem,
    });
    openOnClick(onError);
    browser.commands.onCommand.addListener((command, tab) => {
      if (command === 'open-panel' && tab?.windowId !== undefined) openSidePanel(tab.windowId).catch(onError);
      const place = Number(/^recipe-(\d)$/.exec(command)?.[1] ?? 0);
      if ((place || command === 'quick-save') && tab?.id !== undefined)
        quickSave(tab.id, place).catch(onError);
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      openSettingsOnFirstRun(reason).catch(onError);
    });
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === drainAlarm) send();
    });
    // Without a listener the browser would not start the worker when it starts itself.
    browser.runtime.onStartup.addListener(() => {
      showDefaultWorkspace(workspaces).catch(onError);
      send();
    });
    self.addEventListener('online', send);
    watchWorkspaces(() => {
      void publish();
      send();
    });

    noticeLostKeys(grinfi.keyStore, workspaces).catch(onError);
    void publish();
    send();
  },
});
