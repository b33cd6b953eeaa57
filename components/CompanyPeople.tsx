import type { PipelineStage } from '../lib/crm.ts';
import { errorText } from '../lib/error-text.ts';
import { crmUrlOf } from '../lib/grinfi/links.ts';
import { formatNumber, t } from '../lib/i18n.ts';
import { activityText } from '../lib/panel/activity-text.ts';
import type { CompanyPeople as People } from '../lib/panel/capture/state.ts';
import { OptionDot } from './OptionDot.tsx';
import './styles/people.css';

interface CompanyPeopleProps {
  people: People;
  stages: readonly PipelineStage[];
  now: number;
}

/** Who of this company is in Grinfi already, with stage and last activity. */
export function CompanyPeople({ people, stages, now }: CompanyPeopleProps) {
  if (people.step === 'none') return null;
  return (
    <section class="people" aria-busy={people.step === 'loading'}>
      <h2>
        {t('peopleInGrinfi')}
        {people.step === 'ready' && <span class="count">{formatNumber(people.people.length)}</span>}
      </h2>
      {people.step === 'loading' && <span class="skeleton skeleton-line" />}
      {people.step === 'failed' && <p class="muted">{errorText(people.kind)}</p>}
      {people.step === 'ready' && people.people.length === 0 && <p class="muted">{t('noPeople')}</p>}
      {people.step === 'ready' && people.people.length > 0 && (
        <ul>
          {people.people.map(({ contact, lastActivity }) => {
            const stage = stages.find((candidate) => candidate.id === contact.stageId);
            const { fullName, firstName, lastName, position } = contact.fields;
            return (
              <li key={contact.id}>
                <a href={crmUrlOf('contact', contact.id) ?? ''} target="_blank" rel="noreferrer">
                  <bdi>{fullName ?? [firstName, lastName].filter(Boolean).join(' ')}</bdi>
                </a>
                {stage && (
                  <span class="stage">
                    <OptionDot option={stage} />
                    {stage.name}
                  </span>
                )}
                <span class="person-detail">
                  {position && <bdi>{position}</bdi>}
                  {lastActivity && <span>{activityText(lastActivity, now)}</span>}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
