import { expect, it } from 'vitest';
import { runCli } from '../gateway/testing/start-serve.ts';

const folder = ['--data-dir', '/nowhere'];

it.each([
  [['key', 'issue', '--agent', 'a', '--cap', '-7/day'], /A cap is dollars and a window/],
  [['key', 'issue', '--cap', '5/day'], /required option '--agent <name>' not specified/],
  [['provider', 'add', 'openai', 'sk-live-key'], /too many arguments/],
  [['agent', 'add'], /missing required argument 'name'/],
  [['key', 'isue'], /unknown command 'isue'/],
  [['agent', 'list', '--nothing'], /unknown option '--nothing'/],
  [['help', 'provided'], /There is no such command/],
  [['provider'], /unknown option '--json'/],
])('with --json says as JSON why it refuses %j', async (args, why) => {
  const { code, stdout, stderr } = await runCli([...args, ...(args.length > 1 ? folder : []), '--json']);
  expect([code, stdout]).toEqual([1, '']);
  expect(JSON.parse(stderr)).toEqual({ error: { code: 'INVALID_INPUT', message: expect.stringMatching(why) } });
  expect(stderr.split('\n')).toHaveLength(2);
});

it('says it to a person as before, also where only the program that is run is asked for JSON', async () => {
  const text = await runCli(['key', 'issue', '--agent', 'a', '--cap', '-7/day', ...folder]);
  expect(text).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^error: option '--cap .*\n\(see --help\)\n$/),
  });
  const run = await runCli(['run', '--cap', '1/year', '--', 'claude', '--json']);
  expect(run).toMatchObject({ code: 1, stderr: expect.stringMatching(/^error: option '--cap /) });
});

it('shows help and version all the same', async () => {
  const help = await runCli(['key', '--help', '--json']);
  expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining('Usage: purser key'), stderr: '' });
  expect((await runCli(['--version', '--json'])).code).toBe(0);
});
