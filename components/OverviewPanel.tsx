import type { ComponentChildren } from 'preact';

interface OverviewPanelProps {
  /** That of the tabs; absent where there are none. */
  tabsId: string | undefined;
  isShown: boolean;
  children: ComponentChildren;
}

/** What stands under the first tab. It stays there while another is in front, and keeps what was typed. */
export function OverviewPanel({ tabsId, isShown, children }: OverviewPanelProps) {
  const role = tabsId ? { role: 'tabpanel' as const, 'aria-labelledby': `${tabsId}-overview` } : {};
  return (
    <div class="tab-panel" hidden={!isShown} {...role}>
      {children}
    </div>
  );
}
