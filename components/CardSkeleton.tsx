import { t } from '../lib/i18n.ts';

/** Holds the card's and form's places while the page is read, so that nothing jumps when they fill. */
export function CardSkeleton() {
  return (
    <div role="status">
      <h1 class="visually-hidden">{t('reading')}</h1>
      <div class="card" aria-hidden="true">
        <span class="avatar skeleton" />
        <div class="card-text">
          <span class="skeleton skeleton-line skeleton-title" />
          <span class="skeleton skeleton-line" />
          <span class="skeleton skeleton-line skeleton-short" />
          <span class="skeleton skeleton-line skeleton-short" />
        </div>
      </div>
      <div class="form" aria-hidden="true">
        <div class="form-pair">
          <span class="skeleton skeleton-input" />
          <span class="skeleton skeleton-input" />
        </div>
        <span class="skeleton skeleton-input" />
        <span class="skeleton skeleton-input" />
      </div>
    </div>
  );
}
