import type { Shortcut } from '../lib/panel/use-shortcuts.ts';
import { Keys } from './Keys.tsx';

/** What each key does, a row for each. */
export function ShortcutRows({
  shortcuts,
  className,
}: {
  shortcuts: readonly Shortcut[];
  className: string;
}) {
  return (
    <dl class={className}>
      {shortcuts.map(({ name, keys }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Keys keys={keys} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
