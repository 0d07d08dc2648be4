import type { OAuthClientProvider, OAuthDiscoveryState } from '@modelcontextprotocol/client';
import type { KeptLogin, LoginStore } from './kept-login.ts';

/** A server that wants the person to log in. */
export class LoginNeeded extends Error {
  constructor(server: string) {
    super(`The MCP server ${server} wants you to log in: purser mcp login ${server}`);
  }
}

/** What happens when nobody is there to log in: nothing is asked of anybody. */
interface Silent {
  readonly person: false;
}

/** What happens when a person has asked to log in. */
interface Attended {
  readonly person: true;
  readonly redirectUrl: string;
  readonly state: string;
  readonly onRedirect: (url: URL) => void;
}

/**
 * Who Purser is at a server elsewhere, for the SDK's own client: OAuth 2.1 with PKCE, its tokens in the secret store.
 * Without a person it refreshes tokens, and does nothing else.
 */
export async function createLoginProvider(
  server: string,
  store: LoginStore,
  mode: Silent | Attended,
): Promise<OAuthClientProvider> {
  let kept = await store.read(server);
  let verifier = '';
  let discovered: OAuthDiscoveryState | undefined;
  const keep = (more: Partial<KeptLogin>): Promise<void> => {
    kept = { ...kept, ...more };
    return store.write(server, kept);
  };
  const redirectUrl = mode.person ? mode.redirectUrl : `http://127.0.0.1:${kept.port ?? 0}/callback`;
  return {
    redirectUrl,
    clientMetadata: {
      client_name: 'Purser',
      redirect_uris: [redirectUrl],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    },
    state: () => (mode.person ? mode.state : ''),
    clientInformation() {
      if (!mode.person && !kept.client) throw new LoginNeeded(server);
      return kept.client;
    },
    saveClientInformation: (client) => keep({ client: { ...client }, port: Number(new URL(redirectUrl).port) }),
    tokens: () => kept.tokens,
    saveTokens: (tokens) => keep({ tokens: { ...tokens } }),
    redirectToAuthorization(url) {
      if (!mode.person) throw new LoginNeeded(server);
      mode.onRedirect(url);
    },
    saveDiscoveryState: (found) => void (discovered = found),
    discoveryState: () => discovered,
    saveCodeVerifier: (code) => void (verifier = code),
    codeVerifier: () => verifier,
    async invalidateCredentials(what) {
      const { client, tokens, port } = kept;
      const all = what === 'all';
      kept = {
        ...(port !== undefined && { port }),
        ...(client && !all && what !== 'client' && { client }),
        ...(tokens && !all && what !== 'tokens' && { tokens }),
      };
      await store.write(server, kept);
    },
  };
}
