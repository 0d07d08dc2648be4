import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createQuit } from './quit-question.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'purser-quit-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function setUp(tools: readonly string[], answer: number) {
  const ask = vi.fn((_box: { readonly detail?: string }) => Promise.resolve(answer));
  const quit = vi.fn();
  const connected = () => Promise.resolve(tools);
  return { ask, quit, run: createQuit({ connected, file: join(folder, 'desktop', 'said'), ask, quit }) };
}

test('without connected tools nothing is asked', async () => {
  const { ask, quit, run } = setUp([], 1);
  await run();
  expect([ask.mock.calls.length, quit.mock.calls.length]).toEqual([0, 1]);
});

test('what happens to connected tools is said once; Cancel stays', async () => {
  const cancelled = setUp(['Claude Code', 'Codex', 'Aider'], 0);
  await cancelled.run();
  expect(cancelled.ask.mock.calls[0]?.[0].detail).toContain('Claude Code, Codex and 1 more send their requests');
  expect(cancelled.quit).not.toHaveBeenCalled();
  const { ask, quit, run } = setUp(['Codex'], 1);
  await run();
  await run();
  expect([ask.mock.calls.length, quit.mock.calls.length]).toEqual([1, 2]);
});

test('a gateway that is gone keeps nobody from quitting', async () => {
  const quit = vi.fn();
  const connected = () => Promise.reject(new Error('gone'));
  await createQuit({ connected, file: join(folder, 'said'), ask: vi.fn(), quit })();
  expect(quit).toHaveBeenCalledOnce();
});
