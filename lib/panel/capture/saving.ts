import type { LookUp } from '../../crm.ts';
import type { EntryView } from '../../outbox/entry-view.ts';
import type { SaveRequest } from '../../save-request.ts';
import { failureOf } from '../../send.ts';
import type { FormModel } from '../form.ts';
import { type FormerJobNote, toSaveRequest } from '../save-of-form.ts';
import type { Choices } from './choices.ts';
import type { Following } from './outbox.ts';
import type { Scene } from './scene.ts';
import { formOf } from './state.ts';

interface Deps {
  following: Pick<Following, 'onOutbox'>;
  choices: Choices;
  formerJobNote: FormerJobNote;
  /** How long a press waits for the lookup; after that the outbox looks up by itself. */
  lookUpPatienceMs?: number | undefined;
}

/**
 * A press of Save: waits for the lookup, hands the request to the outbox.
 *
 * A press that waits is in the outbox from the first moment, to be sent a while later: should the popup close, the
 * browser end or the machine fail meanwhile, the outbox looks up and saves by itself.
 */
export function createSaving(
  scene: Scene,
  { following, choices, formerJobNote, lookUpPatienceMs = 4_000 }: Deps,
) {
  let patience: ReturnType<typeof setTimeout> | undefined;
  /** Whether the user saw the record as known when pressing Save. */
  let pressedAsKnown = false;
  /** The entry of the press that waits; nothing where it could not be stored, which the real one will tell. */
  let waiting: Promise<string | undefined> | undefined;

  function save(): void {
    const { page, press, keyState } = scene.state;
    if (page.step !== 'record' || (keyState === 'none' && !scene.state.isCollecting)) return;
    if (press.step === 'checking' || press.step === 'queueing') return;
    if (page.lookUp.state !== 'checking') {
      void queue();
      return;
    }
    pressedAsKnown = formOf(scene.state)?.known !== undefined;
    scene.set({ press: { step: 'checking' } });
    const request = requestOf(formOf(scene.state));
    waiting =
      request &&
      hand(request, { waitMs: 2 * lookUpPatienceMs }).then(
        ({ entry }) => entry.id,
        () => undefined,
      );
    patience = setTimeout(() => scene.state.press.step === 'checking' && void queue(), lookUpPatienceMs);
  }

  const requestOf = (form: FormModel | undefined) => form && toSaveRequest(form, formerJobNote);

  function hand(save: SaveRequest, how: { waitMs?: number; insteadOf?: string | undefined }) {
    const { activeId } = scene.state.workspaces;
    return scene.send('saveRecord', {
      save,
      ...how,
      ...(activeId !== undefined && { workspaceId: activeId }),
    });
  }

  /** The page, or the screen, is about to go: a press that waits for the lookup is handed over as it is. */
  function leave(): void {
    clearTimeout(patience);
    choices.keepNow();
    if (scene.state.press.step === 'checking') void queue(true);
  }

  async function queue(isLeaving = false): Promise<void> {
    const { page } = scene.state;
    const form = formOf(scene.state);
    const request = requestOf(form);
    const before = waiting;
    waiting = undefined;
    if (page.step !== 'record' || !form || !request) {
      scene.set({ press: { step: 'none' } });
      return;
    }
    const mine = scene.turn;
    const { activeId } = scene.state.workspaces;
    // A draft that cannot be kept, because the disk is full, must not keep the save away.
    const flushed = scene.drafts.flush()?.catch(() => undefined);
    // What comes later may not come at all; and nothing is drawn before it is on its way.
    const isNow = isLeaving || !(flushed ?? before);
    const handing = isNow
      ? hand(request, {})
      : Promise.all([before, flushed]).then(([insteadOf]) => hand(request, { insteadOf }));
    scene.set({ press: { step: 'queueing' } });
    try {
      const { entry } = await handing;
      // What the worker writes out for all screens may come later than this answer.
      following.onOutbox([begun(entry), ...scene.state.outbox.filter(({ id }) => id !== entry.id)]);
      if (mine === scene.turn) scene.set({ press: { step: 'none' }, entryId: entry.id });
      if (!form.known) choices.keepSoon(form, activeId);
    } catch (error) {
      if (mine === scene.turn) scene.set({ press: { step: 'failed', ...failureOf(error) } });
    }
  }

  /** A press that waited for this answer goes on, unless the user has to see first who was found. */
  function onLookedUp(found: LookUp): void {
    if (scene.state.press.step !== 'checking') return;
    clearTimeout(patience);
    if (found.state !== 'known' || pressedAsKnown) void queue();
    else {
      scene.set({ press: { step: 'foundKnown' } });
      void waiting?.then(
        (entryId) => entryId && scene.send('discardEntry', { entryId }).catch(() => undefined),
      );
      waiting = undefined;
    }
  }

  return { save, onLookedUp, leave };
}

/** It is sent as soon as it is stored. Should it have to wait, for a network or its turn, the worker says so. */
function begun(entry: EntryView): EntryView {
  const { state, held, retryAt, waitingFor } = entry;
  const isDue = state === 'waiting' && !held && retryAt === undefined && waitingFor === undefined;
  return isDue ? { ...entry, state: 'sending' } : entry;
}
