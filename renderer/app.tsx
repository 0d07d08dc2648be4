import { useCallback, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Approvals } from './features/approvals/approvals.tsx';
import { Palette } from './features/palette/palette.tsx';
import { PALETTE_SHORTCUT, usePalette } from './features/palette/use-palette.ts';
import { ShortcutsDialog } from './features/shortcuts/shortcuts-dialog.tsx';
import { useShortcuts } from './features/shortcuts/use-shortcuts.ts';
import { SimulationBanner } from './features/simulation/simulation-banner.tsx';
import { Notices } from './features/notices/notices.tsx';
import { AppDialogs } from './shell/app-dialogs.tsx';
import { LinkNotice, PausedNotice } from './shell/link-notice.tsx';
import { Navigation } from './shell/navigation.tsx';
import { PageHeader } from './shell/page-header.tsx';
import { Page } from './shell/page.tsx';
import { ToastLine } from './shell/toast-line.tsx';
import { useFocusRestore } from './shell/use-focus-restore.ts';
import { useKeptSettings } from './shell/use-kept-settings.ts';
import { useRoute } from './shell/use-route.ts';
import { useTopOfPage } from './shell/use-top-of-page.ts';
import type { Scene } from './state/live/dashboard.ts';
import { useDashboard } from './state/live/session-context.ts';
import { say } from './strings/say.ts';
import { DialogsContext } from './ui/dialogs.ts';
import type { OpenDialog } from './ui/dialogs.ts';
import { ToastsContext } from './ui/toasts.ts';
import type { Toast } from './ui/toasts.ts';

/** The whole dashboard: the way to every page, the page, and what lies above it. */
export function App(): ReactNode {
  const { state, scene, link } = useDashboard();
  const route = useRoute();
  useTopOfPage(route.page);
  const palette = usePalette();
  const shortcuts = useShortcuts(palette.open);
  useKeptSettings();
  const [opened, setOpened] = useState<{ readonly dialog: OpenDialog; readonly scene: Scene }>();
  const [toast, setToast] = useState<Toast>();
  const forgetToast = useCallback(() => setToast(undefined), []);
  const main = useRef<HTMLElement>(null);
  const focus = useFocusRestore(main);
  const dialogs = useMemo(
    () => ({
      open(dialog: OpenDialog) {
        focus.remember();
        setOpened({ dialog, scene });
      },
    }),
    [focus, scene],
  );
  const close = (): void => {
    setOpened(undefined);
    focus.restore();
  };
  // A question about the simulation must never be answered for the person's own gateway.
  const dialog = opened?.scene === scene ? opened.dialog : undefined;

  return (
    <DialogsContext value={dialogs}>
      <ToastsContext value={setToast}>
        <div className="app">
          <Navigation page={route.page} main={main} shortcut={PALETTE_SHORTCUT} onPalette={palette.open} />
          <div className="column">
            <SimulationBanner />
            <main ref={main} className="page" tabIndex={-1}>
              <PausedNotice />
              <PageHeader title={say.shell.pages[route.page]} />
              <div className={link === 'live' ? 'page-news' : 'page-news page-news-stale'}>
                <LinkNotice />
                {state !== undefined && <Approvals state={state} />}
                {state !== undefined && <Notices state={state} page={route.page} />}
              </div>
              {state !== undefined && (
                <div className={link === 'live' ? 'page-body' : 'page-body stale'}>
                  <Page route={route} state={state} />
                </div>
              )}
            </main>
          </div>
        </div>
        <ToastLine toast={toast} onGone={forgetToast} />
        {shortcuts.isListed && <ShortcutsDialog onClose={shortcuts.closeList} />}
        {palette.isOpen && <Palette state={state} onClose={palette.close} />}
        {state !== undefined && dialog !== undefined && <AppDialogs dialog={dialog} state={state} onClose={close} />}
      </ToastsContext>
    </DialogsContext>
  );
}
