import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test as base } from '@playwright/test';
import { withGateway } from '../../cli/connect.ts';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { parseCap } from '../../shared/cap.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { startNowhere } from '../agents/nowhere.ts';
import type { Nowhere } from '../agents/nowhere.ts';
import { PURSER, startServe } from '../web/purser-process.ts';
import type { PurserProcess } from '../web/purser-process.ts';

/** The only key that the simulated provider accepts. */
export const PROVIDER_KEY = 'provider-key-of-the-attacked';

/** A built `purser serve`, its provider, and everything else that it could reach. */
export interface Target extends PurserProcess {
  readonly port: number;
  /** `127.0.0.1:PORT`, as its `Host` must be. */
  readonly host: string;
  readonly provider: SimulatedProvider;
  /** Its requests to other machines: always none. */
  readonly nowhere: Nowhere;
  /** Of an agent of its own, with $100 a day. */
  readonly key: string;
  readonly keyId: string;
  ask<Result>(question: (gateway: GatewayClient) => Promise<Result>): Promise<Result>;
  /** Another sub-key of the same agent. */
  issue(...caps: readonly string[]): Promise<{ readonly id: string; readonly key: string }>;
  /** Runs a built command on it, as a person would. @returns what it printed, and how long it took from its start */
  command(...args: readonly string[]): Promise<{ readonly text: string; readonly ms: number }>;
  /** An ordinary chat request. @returns its status */
  chat(key?: string): Promise<number>;
}

const AGENT = 'Attacker';

async function openTarget(home: string): Promise<Target & { close(): Promise<void> }> {
  const provider = await startSimulatedProvider({ key: PROVIDER_KEY, script: { inputTokens: 20, outputTokens: 5 } });
  const nowhere = await startNowhere();
  const env = { ...process.env, ...nowhere.env, HOME: home };
  const served = await startServe(join(home, 'data'), 0, env);
  const ask: Target['ask'] = (question) => withGateway(served.dataFolder, question);
  const issue: Target['issue'] = (...caps) =>
    ask((gateway) => gateway.keys.issue({ agent: AGENT, caps: caps.flatMap((text) => parseCap(text) ?? []) }));
  const { id, key } = await ask(async (gateway) => {
    const common = { key: PROVIDER_KEY, unchecked: true, stopsWhenLeft: 'yes' } as const;
    await gateway.providers.add({ ...common, kind: 'openai', baseUrl: provider.openaiBaseUrl });
    await gateway.providers.add({ ...common, kind: 'anthropic', baseUrl: provider.anthropicBaseUrl });
    await gateway.providers.add({ ...common, kind: 'gemini', baseUrl: provider.url });
    await gateway.agents.add({ name: AGENT });
    return issue('100/day');
  });
  const { port, host } = new URL(served.url);
  return {
    ...served,
    provider,
    nowhere,
    key,
    keyId: id,
    ask,
    issue,
    host,
    port: Number(port),
    async command(...args) {
      const start = performance.now();
      const [node, cli] = PURSER;
      const { stdout } = await promisify(execFile)(node, [cli, ...args, '--data-dir', served.dataFolder], { env });
      return { text: stdout, ms: performance.now() - start };
    },
    async chat(used = key) {
      const reply = await fetch(`${served.url}/openai/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${used}`, 'content-type': 'application/json' },
        body: chatBody('an ordinary request'),
      });
      await reply.text();
      return reply.status;
    },
    async close() {
      await served.end('SIGKILL');
      await Promise.all([provider.stop(), nowhere.stop()]);
    },
  };
}

/** A small chat request that says which case it is of, so that the provider's record tells. */
export function chatBody(name: string, more: object = {}): string {
  return JSON.stringify({ model: 'gpt-4o-mini', max_tokens: 5, messages: [{ role: 'user', content: name }], ...more });
}

interface Fixtures {
  /** One that no other test has seen. */
  readonly fresh: Target;
}

interface WorkerFixtures {
  /** One for all tests that only knock. */
  readonly target: Target;
}

async function provideTarget(provide: (target: Target) => Promise<void>): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'purser-attack-'));
  const opened = await openTarget(home);
  try {
    await provide(opened);
  } finally {
    await opened.close();
    await rm(home, { recursive: true, force: true });
  }
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from this pattern
  fresh: async ({}, provide) => provideTarget(provide),
  // oxlint-disable-next-line no-empty-pattern -- as above
  target: [async ({}, provide) => provideTarget(provide), { scope: 'worker' }],
});

export { expect } from '@playwright/test';
