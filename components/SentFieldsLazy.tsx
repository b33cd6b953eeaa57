import { useLoaded } from '../lib/panel/use-loaded.ts';
import type { SentFieldsProps } from './SentFields.tsx';

const load = () => import('./SentFields.tsx');

/** Loaded for those alone who send no more than they tick. */
export function SentFieldsLazy(props: SentFieldsProps) {
  const screen = useLoaded(true, load);
  return screen ? <screen.SentFields {...props} /> : null;
}
