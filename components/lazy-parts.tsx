import { lazy } from '../lib/panel/lazy.tsx';

/** Parts of the panel that most openings never show: each is loaded when it is. */

export const CanaryNotice = lazy(
  () => import('./CanaryNotice.tsx'),
  (module) => module.CanaryNotice,
);
export const CompanyPeople = lazy(
  () => import('./CompanyPeople.tsx'),
  (module) => module.CompanyPeople,
);
export const MoreFacts = lazy(
  () => import('./MoreFacts.tsx'),
  (module) => module.MoreFacts,
);
const loadKnownParts = () => import('./known-parts.ts');
export const ChangeList = lazy(loadKnownParts, (module) => module.ChangeList);
export const JobChange = lazy(loadKnownParts, (module) => module.JobChange);
/** Keeps its place, as the tabs below do. */
export const KnownSummary = lazy(
  loadKnownParts,
  (module) => module.KnownSummary,
  <div class="known" aria-hidden="true" />,
);
export const RecordActions = lazy(
  () => import('./RecordActions.tsx'),
  (module) => module.RecordActions,
);
/** The tabs' row keeps its place, so that the form below does not move under the pointer. */
export const RecordTabs = lazy(
  () => import('./RecordTabs.tsx'),
  (module) => module.RecordTabs,
  <div class="tabs" aria-hidden="true" />,
);
export const Outcome = lazy(
  () => import('./Outcome.tsx'),
  (module) => module.Outcome,
);
