import { errorText } from '../lib/error-text.ts';
import { t } from '../lib/i18n.ts';
import type { PageState } from '../lib/panel/capture/state.ts';
import { fieldLabel } from '../lib/panel/field-text.ts';
import { pageText } from '../lib/panel/page-text.ts';
import { PageNotice } from './PageNotice.tsx';
import './styles/notice.css';

interface OutcomeProps {
  page: Extract<PageState, { step: 'elsewhere' | 'outcome' | 'failed' }>;
  onReadAgain: () => void;
}

/** Every way in which a page can have no record, each with its own words. */
export function Outcome({ page, onReadAgain }: OutcomeProps) {
  const readAgain = (
    <button type="button" class="button" onClick={onReadAgain}>
      {t('readAgain')}
    </button>
  );
  if (page.step === 'elsewhere') return <Unsupported />;
  if (page.step === 'failed')
    return (
      <PageNotice icon="alert" title={t('failedTitle')} text={errorText(page.kind, page.message)}>
        {readAgain}
      </PageNotice>
    );
  const { reading } = page;
  switch (reading.outcome) {
    case 'unsupported':
      return <Unsupported />;
    case 'wall':
      return (
        <PageNotice icon="lock" title={t('wallTitle')} text={t('wallText')}>
          {readAgain}
        </PageNotice>
      );
    case 'notFound':
      return <PageNotice icon="search" title={t('notFoundTitle')} text={t('notFoundText')} />;
    case 'anonymous':
      return <PageNotice icon="eyeOff" title={t('anonymousTitle')} text={t('anonymousText')} />;
    case 'list':
      // Has a screen of its own.
      return null;
    case 'notReady': {
      const missing = reading.missing.map(fieldLabel).join(', ');
      const text = missing ? t('notReadyMissing', missing) : t('notReadyText');
      return (
        <PageNotice icon="clock" title={t('notReadyTitle', pageText(reading.page))} text={text}>
          {readAgain}
        </PageNotice>
      );
    }
  }
}

function Unsupported() {
  return (
    <PageNotice icon="person" title={t('unsupportedTitle')} text={t('unsupportedText')}>
      <ul class="notice-list">
        <li>
          <code>linkedin.com/in/…</code> {t('pageProfile')}
        </li>
        <li>
          <code>linkedin.com/company/…</code> {t('pageCompany')}
        </li>
        <li>
          <code>linkedin.com/search/…/people</code> {t('pagePeopleList')}
        </li>
      </ul>
    </PageNotice>
  );
}
