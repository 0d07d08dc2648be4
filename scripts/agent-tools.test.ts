import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { TOOLS } from '../gateway/connections/tools/tools.ts';
import { AGENT_PACKAGES, type AgentCommand } from './agent-tools.ts';

let cache = '';
afterEach(() => {
  if (cache !== '') rmSync(cache, { recursive: true });
  vi.unstubAllEnvs();
  vi.resetModules();
});

it.each(Object.entries(AGENT_PACKAGES))(
  'what docs/connections.md says about %s is what e2e/agents runs',
  (command, { version }) => {
    const tool = TOOLS.find(({ detect }) => detect.commands.includes(command));
    expect(tool?.coverage.evidence).toMatch(
      new RegExp(`^run: (CLI )?${version.replace('-linux-x64', '').replaceAll('.', String.raw`\.`)}(;|$)`),
    );
  },
);

it('the launchers in the cache name the Node of this run, not of a checkout that is gone', async () => {
  cache = mkdtempSync(join(tmpdir(), 'purser-agents-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
  vi.resetModules();
  const { fetchAgentTools } = await import('./agent-tools.ts');
  const bin = join(cache, 'purser-agents', `gemini-${AGENT_PACKAGES.gemini.version}`, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'gemini'), `#!/bin/sh\nexec '/gone/node' "$@"\n`);

  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the constant
  const others = (Object.keys(AGENT_PACKAGES) as AgentCommand[]).filter((command) => command !== 'gemini');
  expect(await fetchAgentTools(others)).toEqual([]);
  expect(readFileSync(join(bin, 'gemini'), 'utf8')).toContain(`exec '${process.execPath}' `);
});
