import { createHash } from 'node:crypto';

/** An answer, as JSON with a status or as a redirect. */
export type Answer = { readonly status: number; readonly json: unknown } | { readonly location: string };

/** Where one logs in at a server elsewhere. It refuses what it did not ask for. */
export interface LoginPlace {
  /** @returns undefined for a path that is none of its own */
  answer(url: URL, body: string): Answer | undefined;
  isValid(authorization: string | undefined): boolean;
  /** What has been registered, redeemed or refreshed, in order. */
  readonly heard: readonly string[];
  /** Tokens that were given out end at once. */
  expire(): void;
}

/** @param origin its own address */
export function createLoginPlace(origin: string): LoginPlace {
  const heard: string[] = [];
  const codes = new Map<string, string>();
  let clients = 0;
  let tokens = 0;
  let valid: string | undefined;
  const give = (): Answer => {
    tokens += 1;
    valid = `access-${tokens}-CANARY`;
    const refresh = `refresh-${tokens}-CANARY`;
    const json = { access_token: valid, token_type: 'Bearer', expires_in: 3600, refresh_token: refresh };
    return { status: 200, json };
  };
  const redeem = (form: URLSearchParams): Answer => {
    const refused = { status: 400, json: { error: 'invalid_grant' } };
    if (form.get('grant_type') === 'refresh_token') {
      heard.push('refreshed');
      return form.get('refresh_token') === `refresh-${tokens}-CANARY` ? give() : refused;
    }
    const challenge = codes.get(form.get('code') ?? '');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    codes.delete(form.get('code') ?? '');
    if (challenge === undefined || challenge !== proof) return refused;
    heard.push('redeemed');
    return give();
  };
  const authorize = (asked: URLSearchParams): Answer => {
    const code = `code-${codes.size}`;
    codes.set(code, asked.get('code_challenge') ?? '');
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return { location: back.href };
  };
  const register = (body: string): Answer => {
    heard.push('registered');
    clients += 1;
    return { status: 201, json: { ...JSON.parse(body), client_id: `client-${clients}` } };
  };
  return {
    heard,
    answer({ pathname, searchParams }, body) {
      if (pathname.startsWith('/.well-known/oauth-protected-resource'))
        return { status: 200, json: { resource: `${origin}/mcp`, authorization_servers: [origin] } };
      if (pathname.startsWith('/.well-known/oauth-authorization-server')) return { status: 200, json: aboutIt(origin) };
      if (pathname === '/register') return register(body);
      if (pathname === '/authorize') return authorize(searchParams);
      return pathname === '/token' ? redeem(new URLSearchParams(body)) : undefined;
    },
    isValid: (authorization) => valid !== undefined && authorization === `Bearer ${valid}`,
    expire: () => void (valid = undefined),
  };
}

function aboutIt(origin: string) {
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    registration_endpoint: `${origin}/register`,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
  };
}
