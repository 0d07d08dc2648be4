import type { IncomingHttpHeaders } from 'node:http';
import { isSubKeyShaped } from '../domain/sub-key.ts';

/** Every header in which tools send a key. Whatever they hold, it is somebody's secret: never forwarded, never logged. */
const CREDENTIAL_HEADERS = ['authorization', 'x-api-key', 'x-goog-api-key', 'api-key', 'cookie', 'proxy-authorization'] as const;

/** Query parameters in which tools, and Google's APIs, take one. */
export const CREDENTIAL_PARAMS = ['key', '$key', 'access_token', '$access_token', 'oauth_token'] as const;

/**
 * Lists the values that could be sub-keys, from every place tools put them. A tool may send the person's real
 * key beside ours, so all places are looked at and the rest is dropped unread.
 */
export function listSubKeyCandidates(headers: IncomingHttpHeaders, query: URLSearchParams): readonly string[] {
  return [...new Set(listCredentials(headers, query))].filter(isSubKeyShaped);
}

function listCredentials(headers: IncomingHttpHeaders, query: URLSearchParams): readonly string[] {
  const values = CREDENTIAL_HEADERS.map((name) => headers[name]).filter((value) => typeof value === 'string');
  return [...values, ...query.getAll('key')].map((value) => value.replace(/^Bearer\s+/i, '').trim());
}

/** Plans whose logins tools send in place of a key. */
export type Login = 'claude' | 'chatgpt';
const WEB_TOKEN = /^eyJ[\w-]*\.([\w-]+)\.[\w-]*$/;

/** Recognizes the login of a subscription where no sub-key came. The token itself is neither kept nor repeated. */
export function findLogin(headers: IncomingHttpHeaders, query: URLSearchParams): Login | undefined {
  const credentials = listCredentials(headers, query);
  if (credentials.some(isSubKeyShaped)) return undefined;
  if (credentials.some((value) => value.startsWith('sk-ant-oat'))) return 'claude';
  return credentials.some(isOpenAiLogin) ? 'chatgpt' : undefined;
}

/** A web token says in the clear who has issued it and for whom. */
function isOpenAiLogin(value: string): boolean {
  const claims = WEB_TOKEN.exec(value)?.[1];
  return claims !== undefined && Buffer.from(claims, 'base64url').toString('utf8').includes('openai.com');
}

const LOGIN_WORDS = {
  claude: { plan: 'a Claude plan', tool: 'claude-code' },
  chatgpt: { plan: 'a ChatGPT plan', tool: 'codex' },
} as const satisfies Record<Login, object>;

/** Why a login is refused, and how the tool gets a sub-key. */
export function explainLogin(login: Login): string {
  const { plan, tool } = LOGIN_WORDS[login];
  return `This tool is signed in with ${plan}. Purser passes on keys, not the login of a subscription, which no cap could hold. Give the tool a sub-key: purser connect ${tool}, or purser key issue and set it as the tool's API key.`;
}

/** True for a header that must not leave this machine. */
export function isCredentialHeader(name: string): boolean {
  return CREDENTIAL_HEADERS.some((credential) => credential === name);
}
