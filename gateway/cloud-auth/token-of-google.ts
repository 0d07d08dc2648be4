import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { PurserError } from '../../shared/errors.ts';
import { MACHINE_LOGIN } from '../../shared/providers/provider-record.ts';
import type { Authorize } from '../providers/authorize.ts';
import { explainGoogle } from './explain-credentials.ts';
import { fetchBy } from './send-by-dispatcher.ts';

const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';

/** A source of tokens, which renews them in time. */
type TokenSource = (url: URL) => Promise<Headers>;

/**
 * Authorizes requests to Vertex AI with a token that Google's own library fetches and renews.
 * @param text the JSON of a service account or of a person's login, or {@link MACHINE_LOGIN}: wherever Google's own
 * chain looks
 */
export function tokenOfGoogle(text: string, dispatcher: Dispatcher): Authorize {
  let source: Promise<TokenSource> | undefined;
  return async ({ url }) => {
    try {
      source ??= openSource(text, dispatcher);
      const found = await (await source)(url);
      const authorization = found.get('authorization');
      if (authorization === null) throw new Error('there is no token');
      const project = found.get('x-goog-user-project');
      return {
        headers: { authorization, ...(project === null ? {} : { 'x-goog-user-project': project }) },
        secret: authorization,
      };
    } catch (error) {
      source = undefined;
      throw new PurserError('SECRETS_UNAVAILABLE', explainGoogle(text !== MACHINE_LOGIN), { cause: error });
    }
  };
}

async function openSource(text: string, dispatcher: Dispatcher): Promise<TokenSource> {
  const { GoogleAuth, JWT, UserRefreshClient } = await import('google-auth-library');
  const transporterOptions = { fetchImplementation: fetchBy(dispatcher) };
  if (text === MACHINE_LOGIN) {
    const auth = new GoogleAuth({ scopes: [SCOPE], clientOptions: { transporterOptions } });
    return (url) => auth.getRequestHeaders(url);
  }
  // Other types name programs to run and addresses to ask, which a pasted file must not decide.
  const stored = storedSchema.parse(JSON.parse(text));
  const login =
    stored.type === 'service_account'
      ? new JWT({ email: stored.client_email, key: stored.private_key, scopes: [SCOPE], transporterOptions })
      : new UserRefreshClient({
          clientId: stored.client_id,
          clientSecret: stored.client_secret,
          refreshToken: stored.refresh_token,
          transporterOptions,
        });
  return (url) => login.getRequestHeaders(url.href);
}

const storedSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('service_account'), client_email: z.string(), private_key: z.string() }),
  z.object({
    type: z.literal('authorized_user'),
    client_id: z.string(),
    client_secret: z.string(),
    refresh_token: z.string(),
  }),
]);
