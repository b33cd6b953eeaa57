/** What is seldom done with a known record, loaded when it is opened. */
import '../styles/known.css';
import '../styles/record-actions.css';

export { ActionList } from './ActionList.tsx';
