import { errorText } from '../../lib/error-text.ts';
import { formatNumber, plural, t } from '../../lib/i18n.ts';
import { cautionText } from '../../lib/panel/caution-text.ts';
import { type ListCautions, type Picked, useCautions } from '../../lib/panel/use-cautions.ts';
import { Icon } from '../Icon.tsx';

export interface ManyGuardProps {
  /** Those who are ticked. */
  people: readonly Picked[];
  /** They are still being looked up. */
  isLookingUp: boolean;
  /** Of some of them it is not known whether they are in Grinfi. */
  isUnsure: boolean;
  now: number;
  onAsk: ListCautions;
  onLeaveOut: (keys: readonly string[]) => void;
}

/** So many are named; all are when it is pointed at. */
const mostNamed = 3;

/** For whom of the ticked people something speaks against an automation, before the press, in one line. */
export function ManyGuard({ people, isLookingUp, isUnsure, now, onAsk, onLeaveOut }: ManyGuardProps) {
  const { answer, isChecking, problem } = useCautions(people, !isLookingUp, onAsk);
  const nameOf = (id: string) =>
    answer?.automations.find((one) => one.id === id)?.name ?? t('automationGone');
  const found = (answer?.found ?? []).flatMap(({ key, running, cautions }) => {
    const person = people.find((one) => one.key === key);
    if (!person) return [];
    const reasons = [
      ...running.map((id) => t('cautionRunning', nameOf(id))),
      ...cautions.map((caution) => cautionText(caution, now)),
    ];
    return [{ ...person, reasons: reasons.join(', ') }];
  });
  const reason = problem && errorText(problem.kind, problem.message);
  const doubt =
    (isUnsure || answer?.isUnsure || reason) && [t('cautionUnsure'), reason].filter(Boolean).join(' ');
  return (
    <div class="recipe-guard" aria-live="polite">
      {found.length > 0 && (
        <p class="status" title={found.map(({ name, reasons }) => `${name}: ${reasons}`).join('\n')}>
          <Icon name="alert" size={14} />
          <span>
            {plural('cautionsFor', found.length)}{' '}
            {found.slice(0, mostNamed).map(({ key, name, reasons }, place) => (
              <span key={key}>
                {place > 0 && ' · '}
                <bdi>{name}</bdi> (<bdi>{reasons}</bdi>)
              </span>
            ))}
            {found.length > mostNamed && ` · +${formatNumber(found.length - mostNamed)}`}{' '}
            <button type="button" class="link-button" onClick={() => onLeaveOut(found.map(({ key }) => key))}>
              {t('cautionsLeaveOut')}
            </button>
          </span>
        </p>
      )}
      <p class="recipe-preview muted">{isChecking ? t('cautionsChecking') : doubt || t('recipeManyGuard')}</p>
    </div>
  );
}
