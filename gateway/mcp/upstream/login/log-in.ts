import { Client, StreamableHTTPClientTransport, UnauthorizedError } from '@modelcontextprotocol/client';
import { PurserError } from '../../../../shared/errors.ts';
import { awaitCallback } from './await-callback.ts';
import type { LoginStore } from './kept-login.ts';
import { createLoginProvider } from './login-provider.ts';

/** A step of a login: the page that the person opens, then the end. */
export type LoginStep = { readonly url: string } | { readonly done: true };

/** What a login needs of the gateway. */
export interface LoginDeps {
  readonly version: string;
  readonly fetch: typeof globalThis.fetch;
  readonly store: LoginStore;
  /** A text that nobody guesses. */
  readonly newState: () => string;
}

/** A person reads a page, finds a password and a telephone. */
const PATIENCE_MS = 600_000;

/**
 * Logs in at a server elsewhere: the SDK finds out where, registers Purser, and redeems what the browser brings back.
 * @throws PurserError `INVALID_INPUT` when the server refuses, or nobody came back in time
 */
export async function* logIn(
  { version, fetch, store, newState }: LoginDeps,
  { name, url }: { readonly name: string; readonly url: string },
  signal: AbortSignal | undefined,
): AsyncGenerator<LoginStep, void, void> {
  const state = newState();
  const before = await store.read(name);
  const callback = await awaitCallback(state, before.port);
  // Registered for another port, Purser is nobody there.
  if (callback.port !== before.port) await store.write(name, {});
  try {
    let page: URL | undefined;
    const provider = await createLoginProvider(name, store, {
      person: true,
      state,
      redirectUrl: `http://127.0.0.1:${callback.port}/callback`,
      onRedirect: (to) => (page = to),
    });
    const transport = new StreamableHTTPClientTransport(new URL(url), { authProvider: provider, fetch });
    const client = new Client({ name: 'purser', version }, { versionNegotiation: { mode: 'auto' } });
    try {
      await client.connect(transport);
      await client.close();
      yield { done: true };
      return;
    } catch (error) {
      if (!UnauthorizedError.isInstance(error) || !page) throw error;
    }
    yield { url: page.href };
    await transport.finishAuth(await answerWithin(callback.answered, signal));
    await transport.close();
    yield { done: true };
  } catch (error) {
    if (error instanceof PurserError) throw error;
    const why = error instanceof Error ? error.message : 'no reason given';
    throw new PurserError('INVALID_INPUT', `The login at ${name} failed: ${why}`, { cause: error });
  } finally {
    callback.close();
  }
}

async function answerWithin(
  answered: Promise<URLSearchParams>,
  signal: AbortSignal | undefined,
): Promise<URLSearchParams> {
  const late = AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ...(signal ? [signal] : [])]);
  const gaveUp = new Promise<never>((_, reject) => {
    late.addEventListener('abort', () => reject(new PurserError('INVALID_INPUT', 'Nobody came back from the login.')), {
      once: true,
    });
  });
  return Promise.race([answered, gaveUp]);
}
