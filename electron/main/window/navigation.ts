import type { App, Session, WebContents } from 'electron';
import type { Pages } from './pages.ts';

/**
 * Permissions that our page may ask the browser for. The copy button of a new sub-key needs the clipboard; nothing
 * needs more.
 */
const PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/**
 * Keeps every window on our own page: no navigation, no new windows, no webviews. There is no table of external
 * links yet, so nothing is opened in the person's browser either.
 */
export function confineNavigation(app: Pick<App, 'on'>, pages: Pages): void {
  app.on('web-contents-created', (_event, contents) => confine(contents, pages));
}

function confine(contents: WebContents, pages: Pages): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !pages.isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Refuses every permission but those of the list, and those to our own page only. */
export function confinePermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>,
  pages: Pages,
): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    answer(PERMISSIONS.has(permission) && details.isMainFrame && pages.isOurs(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (contents, permission) => PERMISSIONS.has(permission) && contents !== null && pages.isOurs(contents.getURL()),
  );
}
