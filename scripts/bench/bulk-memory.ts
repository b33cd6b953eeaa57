import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { builtExtension } from '../../e2e/harness/browser.ts';
import { reachBatch, saveMany } from '../../e2e/harness/outbox.ts';
import { World } from '../../e2e/harness/world.ts';
import type { SaveRequest } from '../../lib/save-request.ts';

/** How much more memory the browser takes while a thousand people wait in the outbox. */
export interface BulkMemory {
  people: number;
  /** MB of all processes that show pages or run scripts: with nothing waiting, and with all of them. */
  beforeMb: number;
  queuedMb: number;
}

const people = 1_000;
export const bulkLimitMb = 50;

/**
 * Measures the built extension with its panel open. Resident memory of the renderer processes, which hold the
 * service worker and the panel; a process shares some pages with others, so the sum is rather too high.
 */
export async function measureBulkMemory(): Promise<BulkMemory> {
  if (!existsSync(path.join(builtExtension, 'manifest.json')))
    throw new Error('There is no build; run `npm run build` first.');
  const world = await World.open();
  try {
    await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    await panel.isLookedUp('New');
    // Once round, so that what any bulk save loads is loaded.
    await saveMany(world, crowd(world, 5, 'first'));
    await reachBatch(world, { saved: 5 });
    const beforeMb = await residentMb(world);
    const held = world.crm.control.hold({ path: '/leads/api/leads/upsert' });
    await saveMany(world, crowd(world, people, 'crowd'));
    await held.reached();
    const queuedMb = await residentMb(world);
    return { people, beforeMb, queuedMb };
  } finally {
    await world.close();
  }
}

function crowd({ crm }: World, size: number, name: string): SaveRequest[] {
  const list = crm.state.lists.all()[0]?.uuid ?? '';
  return Array.from({ length: size }, (_, n) => ({
    kind: 'person' as const,
    pageKey: `in/${name}-${n}`,
    fields: {
      handle: `${name}-${n}`,
      fullName: `Crowd Member ${n}`,
      firstName: 'Crowd',
      lastName: `Member ${n}`,
      headline: 'Head of Terminal Operations at Brightfjord Systems | Ports, people and patience',
      location: 'Bergen, Vestland, Norway',
    },
    list: { id: list },
    tags: [{ name: 'Fair' }],
  }));
}

async function residentMb({ browser }: World): Promise<number> {
  const ids = await browser.rendererIds();
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', ids.join(',')]);
  const kilobytes = stdout.trim().split(/\s+/).map(Number);
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1_024;
}
