import { expect, it } from 'vitest';
import { runCli } from '../gateway/testing/start-serve.ts';

const folder = ['--data-dir', '/nowhere'];

it.each([
  [['key', 'issue', '--agent', 'a', '--cap', '-7/day'], /^--cap -7\/day: a cap is more than \$0/],
  [['key', 'issue', '--cap', '5/day'], /Required option '--agent <name>' not specified/],
  [['provider', 'add', 'openai', 'sk-live-key'], /Too many arguments/],
  [['agent', 'add'], /Missing required argument 'name'/],
  [['key', 'isue'], /Unknown command 'isue'/],
  [['agent', 'list', '--nothing'], /Unknown option '--nothing'/],
  [['help', 'provided'], /There is no such command: provided/],
  [['provider'], /Unknown option '--json'/],
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
    stderr: expect.stringMatching(/^purser: --cap -7\/day: .*\nSee: purser key issue --help\n$/),
  });
  const run = await runCli(['run', '--cap', '1/year', '--', 'claude', '--json']);
  expect(run).toMatchObject({ code: 1, stderr: expect.stringMatching(/^purser: --cap 1\/year: /) });
});

it('shows help and version all the same', async () => {
  const help = await runCli(['key', '--help', '--json']);
  expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining('Usage: purser key'), stderr: '' });
  expect((await runCli(['--version', '--json'])).code).toBe(0);
});
