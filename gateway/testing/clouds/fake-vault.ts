import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Vault in small, on a real socket, by the letter of its API documentation: KV with and without versions, tokens that
 * end, AppRole, userpass, wrapping that opens once, namespaces, and what it says when it is sealed, asked too often or
 * asked for too much. Source: developer.hashicorp.com/vault/api-docs, 2026-12-01.
 */
export interface FakeVault {
  readonly address: string;
  /** What it has, by path without `v1/`; null is a version that was deleted. */
  readonly kv: Map<string, { version: number; data: Readonly<Record<string, unknown>> | null }>;
  /** Secrets without versions, with the seconds of their lease. */
  readonly plain: Map<string, { lease: number; data: Readonly<Record<string, unknown>> }>;
  /** Tokens that live, and until when (epoch milliseconds); Infinity: for ever. */
  readonly tokens: Map<string, { endsAt: number; seconds: number; renewable: boolean }>;
  /** What each wrapping token holds. */
  readonly wrapped: Map<string, object>;
  /** Paths that no policy allows. */
  readonly forbidden: Set<string>;
  state: 'well' | 'sealed' | 'busy' | 'broken' | 'standby';
  /** For how many seconds a login is good. */
  loginSeconds: number;
  namespace: string | undefined;
  /** What was asked, oldest first: `GET secret/data/ai`. */
  readonly asked: string[];
  stop(): void;
}

export const ROLE = { roleId: 'role-1', secretId: 'secret-id-CANARY' };
export const USER = { user: 'anna', password: 'password-at-vault-CANARY' };

interface Call {
  readonly path: string;
  readonly token: string;
  readonly body: Readonly<Record<string, string>>;
  readonly answer: (status: number, body: object) => void;
}

/** @see FakeVault */
export async function startFakeVault(): Promise<FakeVault> {
  let logins = 0;
  const vault: Omit<FakeVault, 'address' | 'stop'> = {
    kv: new Map(),
    plain: new Map(),
    tokens: new Map(),
    wrapped: new Map(),
    forbidden: new Set(),
    state: 'well',
    loginSeconds: 3600,
    namespace: undefined,
    asked: [],
  };
  const newToken = (): object => {
    logins += 1;
    const token = `hvs.login-${logins}-CANARY`;
    vault.tokens.set(token, tokenFor(vault.loginSeconds));
    return { auth: { client_token: token, lease_duration: vault.loginSeconds, renewable: true, policies: ['ai'] } };
  };
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const path = decodeURIComponent((request.url ?? '').replace('/v1/', ''));
      vault.asked.push(`${request.method} ${path}`);
      const answer = (status: number, value: object): void => send(response, status, value);
      const call: Call = { path, token: String(request.headers['x-vault-token'] ?? ''), body, answer };
      if (path === 'sys/health') return health(vault, answer);
      if (vault.state !== 'well') return refuseAll(vault, response);
      if ((request.headers['x-vault-namespace'] ?? undefined) !== vault.namespace) return answer(404, NOTHING);
      if (request.headers['x-vault-request'] !== 'true') return answer(412, { errors: ['missing header'] });
      return logIn(call, newToken) || unwrap(vault, call) || withToken(vault, call);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const place = server.address();
  return Object.assign(vault, {
    address: `http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  });
}

const NOTHING = { errors: [] };

/** A token that lives so long; 0: for ever. */
export function tokenFor(seconds: number, renewable = true) {
  return { seconds, renewable, endsAt: seconds === 0 ? Infinity : Date.now() + seconds * 1000 };
}

async function readBody(request: IncomingMessage): Promise<Record<string, string>> {
  let text = '';
  for await (const piece of request) text += String(piece);
  const found: unknown = text === '' ? {} : JSON.parse(text);
  return typeof found === 'object' && found !== null ? Object.fromEntries(Object.entries(found)) : {};
}

function send(response: ServerResponse, status: number, body: object): void {
  const whole = { request_id: 'r', lease_id: '', renewable: false, lease_duration: 0, ...body };
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(status < 300 ? whole : body));
}

function health({ state }: Pick<FakeVault, 'state'>, answer: Call['answer']): void {
  answer(state === 'sealed' ? 503 : 200, {
    initialized: true,
    sealed: state === 'sealed',
    standby: state === 'standby',
  });
}

function refuseAll({ state }: Pick<FakeVault, 'state'>, response: ServerResponse): void {
  if (state === 'standby') return void response.writeHead(307, { location: 'http://127.0.0.1:1/v1/' }).end();
  if (state === 'busy') return send(response, 429, { errors: ['request path "x": rate limit quota exceeded'] });
  return send(response, state === 'sealed' ? 503 : 500, { errors: [state === 'sealed' ? 'Vault is sealed' : 'oh'] });
}

function logIn({ path, body, answer }: Call, newToken: () => object): boolean {
  if (path !== 'auth/approle/login' && path !== `auth/userpass/login/${USER.user}`) return false;
  const isRight =
    path === 'auth/approle/login'
      ? body['role_id'] === ROLE.roleId && body['secret_id'] === ROLE.secretId
      : body['password'] === USER.password;
  if (isRight) answer(200, newToken());
  else answer(400, { errors: ['invalid role or secret ID'] });
  return true;
}

function unwrap({ wrapped }: Pick<FakeVault, 'wrapped'>, { path, token, answer }: Call): boolean {
  if (path !== 'sys/wrapping/unwrap') return false;
  const found = wrapped.get(token);
  wrapped.delete(token);
  if (found) answer(200, found);
  else answer(400, { errors: ['wrapping token is not valid or does not exist'] });
  return true;
}

function withToken(vault: Omit<FakeVault, 'address' | 'stop'>, { path, token, answer }: Call): void {
  const known = vault.tokens.get(token);
  if (!known || known.endsAt < Date.now())
    return answer(403, { errors: ['2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n'] });
  if (path === 'auth/token/lookup-self')
    return answer(200, { data: { ttl: known.seconds, renewable: known.renewable, id: token } });
  if (path === 'auth/token/revoke-self') {
    vault.tokens.delete(token);
    return answer(200, {});
  }
  if (path === 'auth/token/renew-self') {
    vault.tokens.set(token, tokenFor(known.seconds, known.renewable));
    return answer(200, { auth: { client_token: token, lease_duration: known.seconds, renewable: true } });
  }
  if (vault.forbidden.has(path)) return answer(403, { errors: ['1 error occurred:\n\t* permission denied\n\n'] });
  const plain = vault.plain.get(path);
  if (plain) return answer(200, { lease_duration: plain.lease, data: plain.data });
  const kept = vault.kv.get(path);
  if (kept) {
    const metadata = {
      version: kept.version,
      destroyed: false,
      deletion_time: kept.data ? '' : '2026-12-01T00:00:00Z',
    };
    return answer(kept.data ? 200 : 404, { data: { data: kept.data, metadata } });
  }
  if (vault.kv.has(path.replace('secret/', 'secret/data/')))
    return answer(404, { errors: [], warnings: ['Invalid path for a versioned K/V secrets engine.'] });
  return answer(404, NOTHING);
}
