import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { assertNoBypass } from './bypass.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-bypass-'));
  vi.stubEnv('HOME', join(folder, 'home'));
  await mkdir(join(folder, 'repo', '.git'), { recursive: true });
  await mkdir(join(folder, 'repo', 'src'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const held =
  (command: string, ...args: readonly string[]) =>
  (): void =>
    assertNoBypass(command, args, join(folder, 'repo', 'src'));

it.skipIf(process.platform === 'win32')('a tool whose own files win is held as long as there are none', async () => {
  expect(held('aider')).not.toThrow();
  await writeFile(join(folder, 'repo', '.env'), 'OPENAI_API_KEY=mine\n');
  expect(held('aider')).toThrow(
    /Aider reads keys from these files, .*\(\S+repo\/\.env\), so it could spend past the cap\. Connect it: purser connect aider /,
  );
});

it('a tool that asks its own servers never is, wherever it is and whatever it ends with', () => {
  expect(held('amp')).toThrow(/--anyway/);
  expect(held(join(folder, 'cursor-agent.cmd'))).toThrow('Cursor');
});

it.each([
  ['pi', '--api-key=mine'],
  ['cline', '--data-dir', '/elsewhere'],
  ['cline', '-kmine'],
  ['cn', '--config', 'mine.yaml'],
  ['claude', '--settings', '{}'],
  ['codex', 'exec', '-c', 'model_provider="mine"'],
  ['openclaw', '--profile', 'mine'],
  ['qwen', '--openai-api-key', 'mine'],
  ['opencode', 'attach', 'http://localhost:4096'],
])('%s %s would bring a key of its own', (command, ...args) =>
  expect(held(command, ...args)).toThrow(/another key or config .* could spend past the cap/),
);

it.each([
  ['claude', '-p', 'hi'],
  ['codex', 'exec', '-c', 'model="o3"'],
  ['pi', '-p', '--', '--api-key'],
  ['node', '--settings'],
  ['constructor'],
  ['cline', '--config-free'],
])('%s %s would not', (command, ...args) => expect(held(command, ...args)).not.toThrow());
