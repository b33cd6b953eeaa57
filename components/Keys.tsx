import { Fragment } from 'preact';
import { t } from '../lib/i18n.ts';

/** Keys as they are pressed, together (`Alt+1`) or one or the other (`← →`). */
export function Keys({ keys }: { keys: string }) {
  if (!keys) return t('shortcutNone');
  return keys.split(' ').map((chord, place) => (
    <Fragment key={chord}>
      {place > 0 && ' '}
      {chord.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </Fragment>
  ));
}
