import { type TextKey, t } from '../lib/i18n.ts';
import type { LinkedInRecord, Notice } from '../lib/records.ts';
import { Icon } from './Icon.tsx';

interface RecordNoticesProps {
  record: LinkedInRecord;
  isStale: boolean;
  onReadAgain: () => void;
}

const texts: Record<Notice, TextKey> = {
  publicView: 'noticePublicView',
  experienceNotLoaded: 'noticeExperience',
  ownProfile: 'noticeOwnProfile',
  subPage: 'noticeSubPage',
  bestEffort: 'noticeBestEffort',
  aboutTabHasMore: 'noticeAboutTab',
};

/** Notices after which reading again may give more. */
const canHelp: ReadonlySet<Notice> = new Set([
  'experienceNotLoaded',
  'aboutTabHasMore',
  'bestEffort',
  'subPage',
]);

/** What the page did not give, and how to get it. */
export function RecordNotices({ record, isStale, onReadAgain }: RecordNoticesProps) {
  const { notices } = record;
  if (notices.length === 0 && !isStale) return null;
  return (
    <div class="record-notices">
      {isStale && <p>{t('noticeStale')}</p>}
      {notices.map((notice) => (
        <p key={notice}>{t(texts[notice])}</p>
      ))}
      {(isStale || notices.some((notice) => canHelp.has(notice))) && (
        <button type="button" class="link-button" onClick={onReadAgain}>
          <Icon name="refresh" size={12} /> {t('readAgain')}
        </button>
      )}
    </div>
  );
}
