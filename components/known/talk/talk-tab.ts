/** The messages tab of a known contact, loaded when it is opened. */
import '../../styles/known.css';
import '../../styles/talk.css';

export { MessagesTab } from './MessagesTab.tsx';
