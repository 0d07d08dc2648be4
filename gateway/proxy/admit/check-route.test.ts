import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { ZERO } from '../../../shared/money.ts';
import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import type { CallerFolders } from '../../domain/policy/folder-limit.ts';
import { openMoneyPath, OPENAI } from '../../testing/open-money-path.ts';
import type { MoneyPath } from '../../testing/open-money-path.ts';
import { locate } from '../arrive/locate.ts';
import type { CallerFinder } from '../caller/caller-folder.ts';
import { checkRoute } from './check-route.ts';

let path: MoneyPath;
const foldersOf = vi.fn<CallerFinder['foldersOf']>();
beforeEach(async () => {
  path = await openMoneyPath();
  foldersOf.mockReset().mockResolvedValue({ folders: [] } satisfies CallerFolders);
});
afterEach(() => path.remove());

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function check(url: string, { method = 'POST', headers = {} }: Asked = {}) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url, method, headers });
  const key = path.directory.key(path.key.id);
  return checkRoute(
    { ...path, callers: { foldersOf, likelyFoldersOf: foldersOf }, authorizeFor: () => undefined },
    key,
    locate(path.providers, request),
    request,
  );
}
const refusalOf = async (...asked: Parameters<typeof check>) => {
  const result = await check(...asked);
  return result.ok ? undefined : result.refusal;
};
const CHAT = '/openai/v1/chat/completions';

describe('a request that may pass so far', () => {
  it('goes to the URL of its provider, with the real key and without any credential of its query', async () => {
    const result = await check(`${CHAT}?key=sk-purser-secret&beta=1`);
    expect(result).toMatchObject({
      ok: true,
      provider: OPENAI,
      found: { endpoint: { path: 'chat/completions' } },
      target: { method: 'POST', key: ['authorization', 'Bearer sk-proj-made-up'] },
      largeContext: false,
    });
    expect(result).toHaveProperty('target.url.href', 'https://api.openai.com/v1/chat/completions?beta=1');
  });

  it('opens the large context only where its header says so', async () => {
    const headers = { 'anthropic-beta': 'tools-2024,context-1m-2025-08-07' };
    expect(await check(CHAT, { headers })).toMatchObject({ ok: true, largeContext: true });
    expect(await check(CHAT, { headers: { 'anthropic-beta': 'tools' } })).toMatchObject({ largeContext: false });
  });
});

describe('a path that leads nowhere', () => {
  it('is refused by the name of the provider that is missing, with the command that adds one', async () => {
    expect(await refusalOf('/mistral/v1/chat/completions')).toEqual({
      kind: 'not-found',
      code: 'provider',
      message: 'Purser has no provider named "mistral". Add its key: purser provider add mistral',
    });
    expect((await refusalOf('/nothing'))?.message).toContain('no provider named "/nothing"');
  });

  it('that names no provider at all is told what is missing', async () => {
    expect((await refusalOf('/v1/chat/completions'))?.message).toMatch(
      /^The path \/v1\/chat\/completions does not say/,
    );
  });

  it('that nobody can meter is refused by its method and path', async () => {
    expect(await refusalOf('/openai/v1/files', { method: 'DELETE' })).toEqual({
      kind: 'not-found',
      code: 'endpoint',
      message: 'Purser cannot meter DELETE files at openai yet, so it does not pass it on.',
      about: { code: 'not-metered', method: 'DELETE', path: 'files', provider: 'openai' },
    });
  });

  it('of an HTTP API is refused where it climbs', async () => {
    const http = { credential: { in: 'header', name: 'x-token', prefix: '' }, pricePerCall: ZERO } as const;
    const name = providerNameSchema.parse('search');
    await path.providers.add({ ...OPENAI, name, kind: 'http', baseUrl: 'https://search.example', http }, 'secret');
    expect(await refusalOf('/search/web/%252e%252e/admin', { method: 'GET' })).toMatchObject({
      kind: 'not-found',
      code: 'endpoint',
      message: expect.stringContaining('encoded dots in its path could lead elsewhere') as string,
    });
    expect(await check('/search/web?q=1', { method: 'GET' })).toHaveProperty(
      'target.url.href',
      'https://search.example/web?q=1',
    );
  });
});

describe('the order of refusals', () => {
  it('is standing, then the path, then policies, then the folder, then the key', async () => {
    await path.providers.remove(OPENAI.name);
    await path.providers.add(OPENAI, undefined);
    const key = scopeOf('key', path.key.id);
    await path.limits.set(key, { endpoints: ['models'], folder: '/nowhere/at/all' });
    await path.directory.pauseEverything(true);
    const codes = [(await refusalOf('/nowhere/v1/x'))?.code];
    await path.directory.pauseEverything(false);
    codes.push((await refusalOf('/nowhere/v1/x'))?.code, (await refusalOf(CHAT))?.code);
    await path.limits.set(key, { folder: '/nowhere/at/all' });
    codes.push((await refusalOf(CHAT))?.code);
    await path.limits.set(key, {});
    const last = await refusalOf(CHAT);
    expect([...codes, last?.code]).toEqual(['everything-paused', 'provider', 'endpoints', 'folder', 'provider']);
    expect(last?.message).toContain('The secret store has no key for openai');
  });

  it('asks nobody for a folder before the policies allow the rest', async () => {
    await path.limits.set(EVERYTHING, { endpoints: ['models'], folder: tmpdir() });
    await refusalOf(CHAT);
    expect(foldersOf).not.toHaveBeenCalled();
  });
});

describe('the folder of a tool', () => {
  it('is looked up only where a policy wants one', async () => {
    await check(CHAT);
    expect(foldersOf).not.toHaveBeenCalled();
    await path.limits.set(scopeOf('agent', path.key.agentId), { folder: '/nowhere/at/all' });
    expect((await refusalOf(CHAT))?.message).toBe(
      'Claude Code may be used only in /nowhere/at/all, and there is no such folder. Make it, or change its policy.',
    );
    expect(foldersOf).toHaveBeenCalledTimes(1);
  });

  it('has to be the one that is wanted', async () => {
    await path.limits.set(EVERYTHING, { folder: path.folder });
    foldersOf.mockResolvedValue({ folders: ['/somewhere/else'] });
    expect(await refusalOf(CHAT)).toMatchObject({ kind: 'not-allowed', code: 'folder' });
    foldersOf.mockResolvedValue({ folders: [path.folder] });
    expect(await refusalOf(CHAT)).toBeUndefined();
  });
});
