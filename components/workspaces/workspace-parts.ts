/** What the panel shows to those with more than one workspace, loaded for them alone. */
import '../styles/workspaces.css';

export { AlsoIn } from './AlsoIn.tsx';
export { WorkspaceMenu } from './WorkspaceMenu.tsx';
