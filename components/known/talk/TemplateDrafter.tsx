import { useState } from 'preact/hooks';
import { errorText } from '../../../lib/error-text.ts';
import { type TextKey, t } from '../../../lib/i18n.ts';
import type { AiTemplate, RenderedTemplate } from '../../../lib/outreach.ts';
import type { ConversationCalls } from '../../../lib/panel/conversation-calls.ts';
import { fillIn, markFacts, mergedFacts } from '../../../lib/panel/merged-facts.ts';
import { useAction } from '../../../lib/panel/use-action.ts';
import { useRecordPart } from '../../../lib/panel/use-record-part.ts';
import { Problem } from '../Problem.tsx';
import { SelectField } from '../SelectField.tsx';
import { TalkIcon } from './TalkIcon.tsx';

export interface Draft {
  templateId: string;
  text: string;
  subject?: string | undefined;
}

interface TemplateDrafterProps {
  channel: 'linkedIn' | 'email';
  contactId: string;
  senderId: string | undefined;
  calls: ConversationCalls;
  /** Puts the draft where it can be edited. Nothing is sent. */
  onUse: (draft: Draft) => void;
}

/** The kinds of template that fit, the best first; others follow. */
const fitting = { linkedIn: ['message', 'connection_note'], email: ['email'] } as const;

/** Has a template written out for this person and sender, and shows which facts went into it. */
export function TemplateDrafter({ channel, contactId, senderId, calls, onUse }: TemplateDrafterProps) {
  const templates = useRecordPart<AiTemplate>({
    key: 'templates',
    load: calls.listTemplates,
    idOf: (template) => template.id,
  });
  const [chosenId, setChosenId] = useState('');
  const [made, setMade] = useState<{ template: AiTemplate; rendered: RenderedTemplate }>();
  const { isBusy, problem, run } = useAction();
  const kinds: readonly string[] = fitting[channel];
  const fits = ({ kind }: AiTemplate) => (kind !== undefined && kinds.includes(kind) ? 0 : 1);
  const choices = (templates.items ?? []).toSorted((one, other) => fits(one) - fits(other));
  const template = choices.find(({ id }) => id === chosenId);

  function write() {
    if (!template || senderId === undefined) return;
    const asked = { templateId: template.id, contactId, senderProfileId: senderId };
    run(async () => setMade({ template, rendered: await calls.renderTemplate(asked) }));
  }

  return (
    <section class="drafter" aria-label={t('template')}>
      {templates.problem && (
        <Problem
          text={errorText(templates.problem.kind, templates.problem.message)}
          onRetry={templates.reload}
        />
      )}
      {templates.items?.length === 0 ? (
        <p class="muted">{t('templatesEmpty')}</p>
      ) : (
        <>
          <SelectField
            label={t('template')}
            value={template?.id ?? ''}
            placeholder={templates.items ? t('templateChoose') : t('loading')}
            options={choices}
            onChange={(id) => {
              setChosenId(id);
              setMade(undefined);
            }}
          />
          {template && senderId === undefined && (
            <p class="composer-note status-warn">{t('templateSenderFirst')}</p>
          )}
          {problem && <Problem text={errorText(problem.kind, problem.message)} />}
          {made ? (
            <Made key={made.template.id} {...made} onUse={onUse} />
          ) : (
            <div class="drafter-foot">
              <button
                type="button"
                class="button"
                aria-disabled={isBusy || !template || senderId === undefined}
                onClick={write}
              >
                {isBusy ? t('templateFilling') : problem ? t('tryAgain') : t('templateFill')}
              </button>
              <span class="composer-note muted">{t('templateCredits')}</span>
            </div>
          )}
        </>
      )}
    </section>
  );
}

const names = {
  generated: 'templateGenerated',
  merged: 'templateMerged',
  fallback: 'templateFallback',
} as const satisfies Partial<Record<keyof RenderedTemplate, TextKey>>;
type Which = keyof typeof names;
const all = Object.keys(names) as Which[];

interface MadeProps {
  template: AiTemplate;
  rendered: RenderedTemplate;
  onUse: (draft: Draft) => void;
}

/** What the template gave: each text that there is, with the facts in it marked and listed. */
function Made({ template, rendered, onUse }: MadeProps) {
  const there = all.filter((which) => rendered[which] !== undefined);
  const [which, setWhich] = useState(
    there.find((each) => rendered[each] === rendered.text) ?? there[0] ?? 'merged',
  );
  const [isCopied, setIsCopied] = useState(false);
  const text = rendered[which] ?? '';
  const facts =
    [rendered.merged, rendered.fallback]
      .map((merged) => (merged === undefined ? undefined : mergedFacts(template.body ?? '', merged)))
      .find((found) => found !== undefined) ?? undefined;
  const subject = template.subject === undefined ? undefined : fillIn(template.subject, facts ?? []);
  return (
    <>
      {rendered.problem && (
        <p class="composer-note status-danger" role="alert">
          {t('templateProblem', rendered.problem)}
        </p>
      )}
      {there.length === 0 ? (
        <p class="muted">{t('templateNothing')}</p>
      ) : (
        <>
          {there.length > 1 ? (
            <SelectField
              label={t('templateWhich')}
              value={which}
              options={there.map((id) => ({ id, name: t(names[id]) }))}
              onChange={(id) => setWhich(id as Which)}
            />
          ) : (
            <p class="form-label">{t(names[which])}</p>
          )}
          <p class="drafted">
            <bdi>
              {markFacts(text, facts ?? []).map((part, place) =>
                part.isFact ? <mark key={place}>{part.text}</mark> : part.text,
              )}
            </bdi>
          </p>
          {facts === undefined && <p class="composer-note muted">{t('templateFactsUnknown')}</p>}
          {facts && facts.length > 0 && (
            <dl class="facts" aria-label={t('templateFacts')}>
              {facts.map(({ name, value }, place) => (
                <div key={place} class={value ? 'fact' : 'fact fact-missing'}>
                  <dt>{name.replaceAll('_', ' ')}</dt>
                  <dd>
                    <bdi>{value || t('templateFactMissing')}</bdi>
                  </dd>
                </div>
              ))}
            </dl>
          )}
          <div class="button-row">
            <button
              type="button"
              class="button"
              onClick={() => onUse({ templateId: template.id, text, subject })}
            >
              {t('templateUse')}
            </button>
            <button
              type="button"
              class="link-button"
              onClick={() => void navigator.clipboard.writeText(text).then(() => setIsCopied(true))}
            >
              <span role="status">{isCopied ? t('copied') : t('copy')}</span>
            </button>
          </div>
        </>
      )}
    </>
  );
}

export function TemplateTool({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
  return (
    <button type="button" class="tool-button" aria-expanded={isOpen} onClick={onToggle}>
      <TalkIcon name="spark" size={14} />
      {t('template')}
    </button>
  );
}
