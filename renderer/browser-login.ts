/**
 * Why a browser is not logged in: it never was, its link did not work, its session ended, or the person logged out
 * here.
 */
export type SignedOut = 'never' | 'link-refused' | 'ended' | 'left';

/** The login of this page, where it runs in a browser. */
export interface BrowserLogin {
  /** Headers for every call. Waits until the link that the page was opened with has become a session. */
  headers(): Promise<Readonly<Record<string, string>>>;
  /** The reason why a call was refused. */
  signedOut(): SignedOut;
  /** Forgets the session, after it was ended. */
  leave(): void;
}

const BEARER_KEY = 'purser:bearer';
const CODE = /^#login=([\w-]+)$/;

/**
 * Takes the code of a login link out of the address before anything else can see it, and turns it into a bearer. That
 * is kept for this tab and this origin, its port included; a cookie would go to every server on loopback. Goes to the
 * server in a header alone.
 */
export function createBrowserLogin({ location, history, sessionStorage, document }: Window): BrowserLogin {
  const code = CODE.exec(location.hash)?.[1];
  // Replaced, not added to: going back must not find it either.
  if (code !== undefined) history.replaceState(null, '', `${location.pathname}${location.search}`);
  // A fresh link, pasted into the address of a page that is open, changes what is behind "#" and loads nothing.
  window.addEventListener('hashchange', () => CODE.test(location.hash) && location.reload());

  let why: SignedOut = 'never';
  const bearer = (): string | null => sessionStorage.getItem(BEARER_KEY);
  const headers = (): Record<string, string> => {
    const known = bearer();
    return known === null ? {} : { authorization: `Bearer ${known}` };
  };
  const enter = async (): Promise<void> => {
    if (code === undefined) return;
    // A browser may run a page before the person goes there, for nothing if they do not.
    if (isPrerendered(document))
      await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
    const answer = await fetch('/login', {
      method: 'POST',
      headers: { ...headers(), 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    const entered: unknown = answer.ok ? await answer.json() : undefined;
    if (hasBearer(entered)) sessionStorage.setItem(BEARER_KEY, entered.bearer);
    else why = 'link-refused';
  };
  const entered = enter().catch(() => void (why = 'link-refused'));

  return {
    async headers() {
      await entered;
      return headers();
    },
    signedOut: () => (bearer() === null || why === 'link-refused' ? why : 'ended'),
    leave() {
      sessionStorage.removeItem(BEARER_KEY);
      why = 'left';
    },
  };
}

function isPrerendered(document: Document): boolean {
  return 'prerendering' in document && document.prerendering === true;
}

function hasBearer(value: unknown): value is { readonly bearer: string } {
  return typeof value === 'object' && value !== null && 'bearer' in value && typeof value.bearer === 'string';
}
