import { useState } from 'preact/hooks';
import type { Catalog } from '../../lib/crm.ts';
import type { Draft } from '../../lib/drafts.ts';
import { t } from '../../lib/i18n.ts';
import type { FormModel } from '../../lib/panel/form.ts';
import type { LinkedInRecord } from '../../lib/records.ts';
import { BrandMark } from '../BrandMark.tsx';
import { CardSkeleton } from '../CardSkeleton.tsx';
import { Icon } from '../Icon.tsx';
import { MoreDetails } from '../MoreDetails.tsx';
import { RecordCard } from '../RecordCard.tsx';
import { SaveBar } from '../SaveBar.tsx';
import { SaveForm } from '../SaveForm.tsx';

interface TryPageProps {
  /** Address of the sample, in the extension. */
  samplePage: string;
  record: LinkedInRecord | undefined;
  form: FormModel | undefined;
  catalog: Catalog;
  /** Save was pressed on what is shown. */
  isTried: boolean;
  onSampleLoad: (page: Document) => void;
  onChange: (part: Partial<Draft>) => void;
  onEdit: (name: string, value: string) => void;
  onTick: (name: string, isTicked: boolean) => void;
  onSave: () => void;
}

/** An invented profile, and beside it the panel's form, filled from it: without a key and without LinkedIn. */
export function TryPage(props: TryPageProps) {
  const { samplePage, isTried, onSampleLoad } = props;
  return (
    <main class="try-page">
      <header class="try-head">
        <BrandMark size={40} />
        <div>
          <h1>{t('tryIt')}</h1>
          <p class="muted">{t('tryBanner')}</p>
        </div>
      </header>
      <section class="try-sample" aria-labelledby="try-sample-title">
        <h2 id="try-sample-title">{t('tryPage')}</h2>
        {/* Its scripts, of which it has none, would not run, and no link of it leads out. */}
        <iframe
          src={samplePage}
          title={t('tryPage')}
          sandbox="allow-same-origin"
          onLoad={({ currentTarget: { contentDocument } }) =>
            contentDocument && onSampleLoad(contentDocument)
          }
        />
      </section>
      <section class="try-panel" aria-labelledby="try-panel-title">
        <h2 id="try-panel-title">{t('tryPanel')}</h2>
        <SampleForm {...props} />
        <div role="status">{isTried && <Tried />}</div>
        <p class="muted">{t('tryHint')}</p>
      </section>
    </main>
  );
}

function SampleForm({ record, form, catalog, onChange, onEdit, onTick, onSave }: TryPageProps) {
  const [showMissing, setShowMissing] = useState(false);
  if (!record || !form)
    return (
      <div class="record try-form">
        <div class="panel-main">
          <CardSkeleton />
        </div>
      </div>
    );
  const isIncomplete = form.isListMissing || !form.title.trim();
  function submit(event: Event) {
    event.preventDefault();
    if (isIncomplete) setShowMissing(true);
    else onSave();
  }
  return (
    <form class="record try-form" onSubmit={submit} noValidate>
      <div class="panel-main">
        <RecordCard
          form={form}
          photoUrl={undefined}
          lookUp={{ state: 'new' }}
          onEdit={onEdit}
          onTick={onTick}
        />
        <SaveForm form={form} catalog={catalog} showMissing={showMissing} onChange={onChange} />
        <MoreDetails
          form={form}
          record={record}
          customFields={[]}
          onEdit={onEdit}
          onTick={onTick}
          onCustomField={() => undefined}
        />
      </div>
      <SaveBar
        state={{ step: 'ready', missing: showMissing && form.isListMissing ? 'list' : undefined }}
        isCollecting={false}
        isKnown={false}
        crmUrl={undefined}
        onUndo={() => undefined}
        onRetry={() => undefined}
        onDiscard={() => undefined}
      />
    </form>
  );
}

function Tried() {
  return (
    <div class="callout callout-accent">
      <p>
        <Icon name="check" size={14} /> {t('tryDone')}
      </p>
      <a class="button button-primary" href="/options.html">
        {t('setupButton')}
      </a>
    </div>
  );
}
