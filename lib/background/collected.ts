import * as v from 'valibot';
import type { Catalog } from '../crm.ts';
import { crmUrlOf } from '../grinfi/links.ts';
import type { Handler } from '../messages.ts';
import type { Drain } from '../outbox/drain.ts';
import { viewOf } from '../outbox/entry.ts';
import { type ReleaseGiven, release } from '../outbox/held.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Presets } from '../presets.ts';
import { saveRequestSchema } from '../save-request.ts';
import type { Workspace } from '../workspaces.ts';
import { storeAndSend } from './store-and-send.ts';
import { nameOfWorkspace } from './workspaces.ts';

/** What is collected here first and sent later: shown, sent, and carried out and in as a table. */
export interface CollectedDeps {
  outbox: Outbox;
  drain: Drain;
  now: () => number;
  /** The one that is shown. */
  workspace: () => Promise<Workspace | undefined>;
  catalog: () => Promise<Catalog | undefined>;
  presets: () => Promise<Presets>;
  ensureAlarm: () => Promise<void>;
}

/** As many as a screen lists; the rest is counted. */
const listed = 200;

export function createListHeld({ outbox }: Pick<CollectedDeps, 'outbox'>): Handler<'listHeld'> {
  return async () => {
    const held = await outbox.held();
    const newest = held.slice(-listed).reverse();
    return { entries: newest.map((entry) => viewOf(entry, crmUrlOf)), total: held.length };
  };
}

/** What a collected save takes on when it goes: the default list, where it exists, and the workspace. */
export async function releaseGiven(
  deps: Pick<CollectedDeps, 'workspace' | 'catalog' | 'presets'>,
): Promise<ReleaseGiven> {
  const [workspace, catalog, { listId }] = await Promise.all([
    deps.workspace(),
    deps.catalog(),
    deps.presets(),
  ]);
  const exists = !catalog || catalog.lists.some(({ id }) => id === listId);
  return {
    ...(exists && listId && { listId }),
    workspaceId: workspace?.id,
    workspaceName: nameOfWorkspace(workspace),
  };
}

export function createSendHeld(deps: CollectedDeps): Handler<'sendHeld'> {
  return async () => {
    const given = await releaseGiven(deps);
    const held = await deps.outbox.held();
    const { length: sent } = await storeAndSend(deps, () =>
      deps.outbox.updateMany(
        held.map(({ id }) => id),
        (entry) => (entry.group === 'held' ? release(entry, given) : undefined),
      ),
    );
    return { sent, withoutList: held.length - sent };
  };
}

export function createExportHeld({ outbox }: Pick<CollectedDeps, 'outbox'>): Handler<'exportHeld'> {
  return async () => ({ saves: (await outbox.held()).map(({ save }) => save) });
}

/** Puts the rows of a table into the outbox, to be sent later. One that is collected already counts once. */
export function createImportHeld(
  deps: Pick<CollectedDeps, 'outbox' | 'now' | 'workspace'>,
): Handler<'importHeld'> {
  return async ({ rows }) => {
    const workspace = await deps.workspace();
    const leftOut: number[] = [];
    const before = await deps.outbox.countHeld();
    for (const [place, row] of rows.entries()) {
      const save = v.safeParse(saveRequestSchema, row);
      // The header is row 1.
      if (!save.success) leftOut.push(place + 2);
      else
        await deps.outbox.add(save.output, {
          now: deps.now(),
          workspaceId: workspace?.id,
          workspaceName: nameOfWorkspace(workspace),
          isHeld: true,
        });
    }
    return { added: (await deps.outbox.countHeld()) - before, leftOut };
  };
}
