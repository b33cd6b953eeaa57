/** The tabs of a known record, loaded together when the first of them is opened. */
import '../styles/known.css';

export { ActivityTab } from './ActivityTab.tsx';
export { AutomationsTab } from './AutomationsTab.tsx';
export { NotesTab } from './NotesTab.tsx';
export { TasksTab } from './TasksTab.tsx';
