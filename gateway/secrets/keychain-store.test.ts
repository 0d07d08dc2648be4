import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runInKeychainSession } from './keychain-session.ts';
import type { KeychainSession } from './keychain-session.ts';
import { storeSuite } from './store-suite.ts';

// The real keychain of this system, in a session of its own: dbus and gnome-keyring on Linux.
const runner = fileURLToPath(new URL('keychain-runner.ts', import.meta.url));
const suiteLine = z.object({ title: z.string(), passed: z.boolean(), error: z.string().optional() });
const stallLine = z.object({ stallMs: z.number() });
const stoppedLine = stallLine.extend({ outcome: z.string(), ms: z.number(), after: z.string().nullable() });
/** Far below the seconds that the library blocks for, and above what a busy machine does to any process. */
const MOST_STALL_MS = 800;
const openLine = z.object({ opened: z.boolean(), code: z.string(), message: z.string(), ms: z.number() });

describe('the OS keychain', () => {
  let results: ReadonlyMap<string, z.infer<typeof suiteLine>> = new Map();
  let stderr = '';

  beforeAll(async () => {
    const run = await runInKeychainSession('unlocked', runner, ['suite']);
    stderr = run.stderr;
    const lines = run.stdout.split('\n').filter((line) => line !== '');
    results = new Map(lines.map((line) => suiteLine.parse(JSON.parse(line))).map((result) => [result.title, result]));
  }, 30_000);

  it.each(storeSuite)('$title', ({ title }) => {
    expect(results.get(title), stderr).toEqual({ title, passed: true });
  });
});

// Only Linux has keychains that may be absent; macOS and Windows have theirs built in.
describe.runIf(process.platform === 'linux')('a keychain that does not answer', () => {
  const cases: readonly { readonly session: KeychainSession; readonly args: readonly string[] }[] = [
    { session: 'absent', args: [] },
    { session: 'locked', args: [] },
    { session: 'mute', args: [] },
    { session: 'prompting', args: ['1500'] },
  ];

  it.each(cases)(
    'is refused quickly, with the choices: $session',
    async ({ session, args }) => {
      const { stdout, stderr } = await runInKeychainSession(session, runner, ['open', ...args]);
      const result = openLine.parse(JSON.parse(stdout || '{}'), { error: () => `no answer; stderr: ${stderr}` });
      expect(result).toMatchObject({ opened: false, code: 'SECRETS_UNAVAILABLE' });
      expect(result.message).toMatch(/The OS keychain .* never keeps provider keys unencrypted/);
      expect(result.message).toContain('gnome-keyring');
      // The bus itself would wait 25 seconds.
      expect(result.ms).toBeLessThan(15_000);
    },
    30_000,
  );

  it('behind a bus that takes connections and says nothing is refused in time, and nothing else waits', async () => {
    const { stdout, stderr } = await runInKeychainSession('absent', runner, ['mute-bus']);
    const [opened = '{}', stall = '{}'] = stdout.split('\n');
    const result = openLine.parse(JSON.parse(opened), { error: () => `no answer; stderr: ${stderr}` });
    expect(result).toMatchObject({
      opened: false,
      code: 'SECRETS_UNAVAILABLE',
      message: expect.stringContaining('takes connections but does not answer') as string,
    });
    expect(result.ms).toBeLessThan(6_000);
    expect(stallLine.parse(JSON.parse(stall)).stallMs).toBeLessThan(MOST_STALL_MS);
  }, 30_000);

  it('keeps no process alive that has nothing else to do', async () => {
    const { stdout, stderr } = await runInKeychainSession('unlocked', runner, ['end-by-itself']);
    expect([stdout, stderr.includes('Killed')]).toEqual(['{"opened":true}\n{"ended":true}\n', false]);
  }, 30_000);

  it('because it was stopped makes nothing else wait, and answers again when it goes on', async () => {
    const { stdout, stderr } = await runInKeychainSession('unlocked', runner, ['stopped']);
    const result = stoppedLine.parse(JSON.parse(stdout || '{}'), { error: () => `no answer; stderr: ${stderr}` });
    expect(result.stallMs).toBeLessThan(MOST_STALL_MS);
    // The call is known to have blocked: else this would show nothing.
    expect(result.ms).toBeGreaterThan(1_000);
    expect(result.after).toBe('kept');
  }, 30_000);
});
