import './styles/known-parts.css';

/** What stands over the form once Grinfi knows the record. Loaded then. */
export { ChangeList } from './ChangeList.tsx';
export { JobChange } from './JobChange.tsx';
export { KnownSummary } from './KnownSummary.tsx';
