import type { Scene } from '../../gallery/scene.ts';
import { Failure } from '../../lib/failure.ts';
import { t } from '../../lib/i18n.ts';
import type { ListCautions } from '../../lib/panel/use-cautions.ts';
import { now } from '../../lib/testing/panel-states.ts';
import { ManyGuard } from './ManyGuard.tsx';

const names = ['Mara Lindqvist', 'Konstantina Papadopoulou-Winterbourne', 'Jonas Feld', 'Inês Almada'];
const people = names.map((name, place) => ({ key: `p${place}`, name, contactId: `k${place}` }));
const automations = [{ id: 'f1', name: 'Warm introduction, three messages', status: 'on' }];
const replied = { kind: 'replied' as const, at: new Date(now - 3 * 86_400_000).toISOString() };

/** Until the line says something else than that the answer is waited for. */
const answered = (root: HTMLElement) =>
  new Promise<void>((resolve) => {
    const watch = new MutationObserver(check);
    function check(): void {
      if (root.textContent?.includes(t('cautionsChecking'))) return;
      watch.disconnect();
      resolve();
    }
    watch.observe(root, { subtree: true, childList: true, characterData: true });
    check();
  });

const guard = (state: string, onAsk: ListCautions, act?: Scene['act']): Scene => ({
  group: 'Recipes for many',
  state,
  page: 'panel',
  isPart: true,
  show: () => (
    <main class="panel-main">
      <ManyGuard
        key={state}
        {...{ people, now, onAsk }}
        isLookingUp={false}
        isUnsure={false}
        onLeaveOut={() => undefined}
      />
    </main>
  ),
  ...(act ? { act } : {}),
});
const found = (count: number) =>
  people.slice(0, count).map(({ key }, place) => ({
    key,
    running: place === 1 ? ['f1'] : [],
    cautions: place === 1 ? [] : [replied],
  }));

export const scenes: Scene[] = [
  guard('being asked', () => new Promise(() => undefined)),
  guard('nothing speaks against it', async () => ({ automations, found: [], isUnsure: false }), answered),
  guard('two are named', async () => ({ automations, found: found(2), isUnsure: false }), answered),
  guard(
    'three are named of four, and it is unsure',
    async () => ({ automations, found: found(4), isUnsure: true }),
    answered,
  ),
  guard('Grinfi is out of reach', () => Promise.reject(new Failure('offline', '')), answered),
];
