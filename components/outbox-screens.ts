/** The screens behind the strip, loaded together when the first of them is opened. */
import './styles/outbox.css';

export { HistoryView } from './HistoryView.tsx';
export { OutboxView } from './OutboxView.tsx';
