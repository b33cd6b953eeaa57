import { TodayScreen } from '../../components/today/TodayScreen.tsx';
import type { Account } from '../crm.ts';
import { send } from '../send.ts';
import { createTodayCalls } from './today-calls.ts';

const calls = createTodayCalls(send);

interface TodayPageProps {
  account: Account | undefined;
  now: number;
  onBack: () => void;
}

/** Today's tasks, joined to the browser. Loaded when it is opened. */
export function TodayPage(props: TodayPageProps) {
  return <TodayScreen {...props} calls={calls} />;
}
