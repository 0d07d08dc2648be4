import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { namesModel } from './codex-model.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-codex-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function config(at: string, text: string): Promise<void> {
  await mkdir(join(folder, at), { recursive: true });
  await writeFile(join(folder, at, 'config.toml'), text);
}

const named = (...args: readonly string[]): Promise<boolean> =>
  namesModel(args, { CODEX_HOME: join(folder, 'home') }, join(folder, 'project', 'src'));

it.each([
  ['-m', 'o3'],
  ['-mo3'],
  ['--model', 'o3'],
  ['--model=o3'],
  ['-c', 'model="o3"'],
  ['-c', 'model = "o3"'],
  ['-cmodel="o3"'],
  ['--config=model="o3"'],
  ['--config', 'profile="fast"'],
  ['-p', 'fast'],
  ['--profile=fast'],
  ['--oss'],
])('a person who says %s %s has named a model', async (...args) =>
  expect(await named('exec', ...args, 'Say pong.')).toBe(true),
);

it.each([
  ['Say pong.'],
  ['--', '-m', 'is how a model is named'],
  ['-c', 'model_reasoning_effort="low"'],
  ['--model-is-no-flag'],
  ['model="o3"'],
])('one who says %s %s has not', async (...args) => expect(await named('exec', ...args)).toBe(false));

it.each([
  ['home', 'model = "o3"\n'],
  ['home', 'profile = "fast"\n'],
  ['project/.codex', 'model = "o3"\n'],
  ['project/src/.codex', 'model = "o3"\n'],
])('a config in %s names one: %s', async (at, text) => {
  await config(at, text);
  expect(await named('exec', 'hi')).toBe(true);
});

it.each([
  ['home', 'model_provider = "x"\n[profiles.fast]\nmodel = "o3"\n'],
  ['home', 'model = \n'],
  ['elsewhere/.codex', 'model = "o3"\n'],
])('a config in %s does not: %s', async (at, text) => {
  await config(at, text);
  expect(await named('exec', 'hi')).toBe(false);
});
