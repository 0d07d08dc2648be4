/** The scheme our own bundle is served on: unlike file://, it has an origin and can carry headers. */
export const APP_SCHEME = 'purser-app';
const BUNDLED_DASHBOARD = `${APP_SCHEME}://dashboard/index.html`;

/** The pages that are ours. Everything else is a stranger: not loaded, not navigated to, not listened to. */
export interface Pages {
  readonly dashboardUrl: string;
  /** Asks for the vault's passphrase; beside the dashboard, so that it has the same theme. */
  readonly passphraseUrl: string;
  /** True for the dashboard itself, whatever its query and fragment. */
  readonly isOurs: (url: string) => boolean;
}

/** @param rendererUrl where a development server has the renderer; undefined for the bundle. */
export function createPages(rendererUrl: string | undefined): Pages {
  const dashboardUrl = rendererUrl ? new URL(rendererUrl).href : BUNDLED_DASHBOARD;
  const passphraseUrl = new URL('passphrase.html', dashboardUrl).href;
  return { dashboardUrl, passphraseUrl, isOurs: (url) => placeOf(url) === placeOf(dashboardUrl) };
}

/** Custom schemes have no usable `origin` in Node, so its parts are compared. */
function placeOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, username, password, host, pathname } = new URL(url);
  return JSON.stringify([protocol, username, password, host, pathname]);
}
