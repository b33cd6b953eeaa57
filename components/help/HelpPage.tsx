import { t } from '../../lib/i18n.ts';
import type { Shortcut } from '../../lib/panel/use-shortcuts.ts';
import { permissionReasons } from '../../lib/permission-reasons.ts';
import { AnyIcon, type AnyIconName } from '../AnyIcon.tsx';
import { BrandMark } from '../BrandMark.tsx';
import { ShortcutList } from '../ShortcutList.tsx';

interface HelpPageProps {
  shortcuts: readonly Shortcut[];
  /** As the manifest of this browser's build has them. */
  permissions: readonly string[];
  version: string;
  onEditShortcuts: () => void;
}

/** How it works, what is read, sent and never done, each permission, the keys, and the privacy policy. */
export function HelpPage({ shortcuts, permissions, version, onEditShortcuts }: HelpPageProps) {
  return (
    <main class="options-page help-page">
      <header class="options-head">
        <BrandMark size={40} />
        <div>
          <h1>{t('help')}</h1>
          <p class="muted">{t('helpIntro')}</p>
        </div>
      </header>
      <section class="block" aria-labelledby="start-title">
        <h2 id="start-title">{t('helpStartTitle')}</h2>
        <ol class="help-steps">
          <li>{t('helpStartOpen')}</li>
          <li>{t('helpStartLook')}</li>
          <li>{t('helpStartSave')}</li>
        </ol>
        <p class="help-links">
          <a href="/try.html">{t('tryIt')}</a>
          <a href="/options.html">{t('settings')}</a>
        </p>
      </section>
      <section class="block help-facts" aria-label={t('privacyTitle')}>
        <Facts icon="search" title={t('helpReadTitle')} texts={[t('helpReadText')]} />
        <Facts
          icon="external"
          title={t('helpSendTitle')}
          texts={[
            t('privacySent'),
            t('helpSendTyped'),
            t('helpSendFiles'),
            t('helpSendMinimum'),
            t('helpSendWorkspaces'),
            t('privacyPhotos'),
          ]}
        />
        <Facts
          icon="close"
          title={t('helpNeverTitle')}
          texts={[t('promiseNever'), t('helpNeverInvents'), t('privacyNever')]}
        />
      </section>
      <Permissions permissions={permissions} />
      <ShortcutList shortcuts={shortcuts} onEdit={onEditShortcuts} />
      <section class="block help-trouble" aria-labelledby="trouble-title">
        <h2 id="trouble-title">{t('troubleTitle')}</h2>
        <Answer question={t('troubleField')} answer={t('troubleFieldText')} />
        <Answer question={t('troubleKey')} answer={t('troubleKeyText')} />
        <Answer question={t('troubleWaiting')} answer={t('troubleWaitingText')} />
      </section>
      <Policy version={version} />
    </main>
  );
}

function Facts({ icon, title, texts }: { icon: AnyIconName; title: string; texts: readonly string[] }) {
  return (
    <div class={`help-fact help-fact-${icon}`}>
      <AnyIcon name={icon} />
      <div>
        <h2>{title}</h2>
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    </div>
  );
}

function Permissions({ permissions }: { permissions: readonly string[] }) {
  return (
    <section class="block" aria-labelledby="permissions-title">
      <h2 id="permissions-title">{t('permissionsTitle')}</h2>
      <dl class="help-permissions">
        {permissions.map((permission) => (
          <div key={permission}>
            <dt>
              <code>{permission.replaceAll(/^https:\/\/(\*\.)?|\/\*$/g, '')}</code>
            </dt>
            <dd>{reasonOf(permission)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Answer({ question, answer }: { question: string; answer: string }) {
  return (
    <details>
      <summary>{question}</summary>
      <p>{answer}</p>
    </details>
  );
}

function Policy({ version }: { version: string }) {
  return (
    <section class="block help-policy" aria-labelledby="policy-title">
      <h2 id="policy-title">{t('policyTitle')}</h2>
      <p>{t('policyWho')}</p>
      <p>{t('policyWhat')}</p>
      <p>{t('helpSendFiles')}</p>
      <p>{t('helpSendWorkspaces')}</p>
      <p>{t('policyPurpose')}</p>
      <p>{t('privacyKept')}</p>
      <p>{t('policyDelete')}</p>
      <p>{t('policyLaw')}</p>
      <p class="muted">{t('policyChanges', version)}</p>
    </section>
  );
}

function reasonOf(permission: string): string | undefined {
  const key = permissionReasons[permission];
  return key && t(key);
}
