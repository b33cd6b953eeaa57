import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createBadge } from '../../lib/background/badge.ts';
import { createDiscardEntry, createRetryEntry, createUndoSave } from '../../lib/background/change-entry.ts';
import { createAddNote, createDeleteNote, createEditNote } from '../../lib/background/change-note.ts';
import { createAddTask, createChangeTask } from '../../lib/background/change-task.ts';
import { createCheckKey } from '../../lib/background/check-key.ts';
import {
  createExportHeld,
  createImportHeld,
  createListHeld,
  createSendHeld,
  releaseGiven,
} from '../../lib/background/collected.ts';
import { createDrainSchedule, drainAlarm, ensureDrainAlarm } from '../../lib/background/drain-alarm.ts';
import { createChangeEnrolment, createListEnrolments } from '../../lib/background/enrolments.ts';
import { createFindCompanyPeople } from '../../lib/background/find-company-people.ts';
import { openSettingsOnFirstRun } from '../../lib/background/first-run.ts';
import { createForgetKey } from '../../lib/background/forget-key.ts';
import { createGrinfi } from '../../lib/background/grinfi.ts';
import { noticeLostKey, tellKeyState } from '../../lib/background/key-state.ts';
import { createListActivities } from '../../lib/background/list-activities.ts';
import { createListNotes } from '../../lib/background/list-notes.ts';
import { createListSenderProfiles } from '../../lib/background/list-sender-profiles.ts';
import { createListTasks } from '../../lib/background/list-tasks.ts';
import { createLookUp } from '../../lib/background/look-up.ts';
import { createLookUpPerson } from '../../lib/background/look-up-person.ts';
import { createMendReading } from '../../lib/background/mend-reading.ts';
import { createCancelPick, createPickField } from '../../lib/background/pick-field.ts';
import { createPublisher, tellOutboxFault } from '../../lib/background/publish-outbox.ts';
import { createQuickSave } from '../../lib/background/quick-save.ts';
import { createReadPage } from '../../lib/background/read-page.ts';
import { createRedactPage } from '../../lib/background/redact-page.ts';
import { createRefreshCatalog } from '../../lib/background/refresh-catalog.ts';
import { createSaveKey } from '../../lib/background/save-key.ts';
import { createBatchRows, createChangeBatch, createSaveMany } from '../../lib/background/save-many.ts';
import { createSaveRecord } from '../../lib/background/save-record.ts';
import { createClearHistory, createListHistory } from '../../lib/background/sent-history.ts';
import { openSidePanel } from '../../lib/background/side-panel.ts';
import { handleMessages } from '../../lib/messaging.ts';
import { createBatches } from '../../lib/outbox/batches.ts';
import { createDatabase } from '../../lib/outbox/database.ts';
import { createDrain } from '../../lib/outbox/drain.ts';
import { createGrinfiPort } from '../../lib/outbox/grinfi-port.ts';
import { createOutbox } from '../../lib/outbox/outbox.ts';
import { getPresets } from '../../lib/presets.ts';
import { getSettings } from '../../lib/settings.ts';
import { getStored, watchStored } from '../../lib/stored.ts';

/** Enough to use up the rate limit when each answer takes a second and a half. */
const concurrency = 7;

/**
 * The service worker: builds the parts and connects them with the browser's events. Every listener is
 * registered before the first `await`, or the browser would not find it when it starts the worker to deliver
 * an event.
 */
export default defineBackground({
  type: 'module',
  main() {
    const now = Date.now;
    // The only place for what no screen can show: a fault of ours. It holds no key and no field.
    const onError = (error: unknown) => console.error(error);
    const account = () => getStored('account');
    const workspaceId = async () => (await account())?.workspaceId;
    const workspaceName = async () => (await account())?.workspaceName;
    const catalog = () => getStored('catalog');

    const grinfi = createGrinfi();
    const badge = createBadge();
    const database = createDatabase();
    const outbox = createOutbox(database, { onChange: () => void publish() });
    const batches = createBatches(database, { onChange: () => void publish() });
    const publish = createPublisher({ outbox: () => outbox, batches: () => batches, badge, onError });
    const drain = createDrain({
      outbox,
      crm: createGrinfiPort(grinfi.backgroundClient, async () => (await getStored('catalog'))?.customFields),
      now,
      random: Math.random,
      isPaused: async () => ['none', 'refused'].includes((await getStored('keyState')) ?? 'ok'),
      workspaceId,
      onAuthRefused: async () =>
        tellKeyState((await grinfi.keyStore.get()) === undefined ? 'none' : 'refused'),
      onIdle: createDrainSchedule({ now, drain: () => void drain.drain() }),
      onError(error) {
        onError(error);
        void tellOutboxFault(error);
      },
      locks: navigator.locks,
      concurrency,
    });
    const send = () => void drain.drain();

    const isCollecting = async () => (await getSettings()).collectFirst;
    const onEntry = {
      outbox,
      batches,
      drain,
      now,
      workspaceId,
      workspaceName,
      isCollecting,
      ensureAlarm: ensureDrainAlarm,
    };
    const onHeld = { ...onEntry, account, catalog, presets: getPresets };
    const readPage = createMendReading({ readPage: createReadPage(), onError });
    const saveRecord = createSaveRecord(onEntry);
    handleMessages({
      readPage,
      saveRecord,
      lookUp: createLookUp({ grinfi }),
      lookUpPerson: createLookUpPerson({ grinfi, now }),
      saveMany: createSaveMany(onEntry),
      changeBatch: createChangeBatch(onEntry),
      batchRows: createBatchRows({ batches }),
      undoSave: createUndoSave(onEntry),
      retryEntry: createRetryEntry({ ...onEntry, releaseGiven: () => releaseGiven(onHeld) }),
      discardEntry: createDiscardEntry(onEntry),
      refreshCatalog: createRefreshCatalog({ grinfi }),
      findCompanyPeople: createFindCompanyPeople({ grinfi }),
      checkKey: createCheckKey({ grinfi }),
      saveKey: createSaveKey({ grinfi, onSaved: send }),
      forgetKey: createForgetKey({ keyStore: grinfi.keyStore }),
      listHistory: createListHistory({ outbox, catalog }),
      clearHistory: createClearHistory({ outbox }),
      listHeld: createListHeld(onHeld),
      sendHeld: createSendHeld(onHeld),
      exportHeld: createExportHeld(onHeld),
      importHeld: createImportHeld(onHeld),
      pickField: createPickField({ now }),
      cancelPick: createCancelPick(),
      redactPage: createRedactPage({ now }),
      listActivities: createListActivities({ grinfi }),
      listNotes: createListNotes({ grinfi }),
      addNote: createAddNote({ grinfi }),
      editNote: createEditNote({ grinfi }),
      deleteNote: createDeleteNote({ grinfi }),
      listTasks: createListTasks({ grinfi }),
      addTask: createAddTask({ grinfi }),
      changeTask: createChangeTask({ grinfi }),
      listSenderProfiles: createListSenderProfiles({ grinfi }),
      listEnrolments: createListEnrolments({ grinfi, account, now }),
      changeEnrolment: createChangeEnrolment({ grinfi }),
    });

    const quickSave = createQuickSave({ readPage, saveRecord, getPresets, showProblem: badge.showProblem });
    browser.commands.onCommand.addListener((command, tab) => {
      if (command === 'open-panel' && tab?.windowId !== undefined) openSidePanel(tab.windowId).catch(onError);
      if (command === 'quick-save' && tab?.id !== undefined) quickSave(tab.id).catch(onError);
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      openSettingsOnFirstRun(reason).catch(onError);
    });
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === drainAlarm) send();
    });
    // Without a listener the browser would not start the worker when it starts itself.
    browser.runtime.onStartup.addListener(send);
    self.addEventListener('online', send);
    watchStored('keyState', (state) => {
      void publish();
      if (state === 'ok') send();
    });

    noticeLostKey(grinfi.keyStore).catch(onError);
    void publish();
    send();
  },
});
