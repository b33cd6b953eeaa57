import { useLoaded } from '../../lib/panel/use-loaded.ts';
import type { FollowUpFieldsProps } from './FollowUpFields.tsx';

const load = () => import('./FollowUpFields.tsx');

/** Loaded when a recipe is opened. */
export function FollowUpLazy(props: FollowUpFieldsProps) {
  const fields = useLoaded(true, load);
  return fields ? <fields.FollowUpFields {...props} /> : null;
}
