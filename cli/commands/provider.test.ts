import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, startServe } from '../../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../../gateway/testing/start-serve.ts';

let dataFolder: string;
let serve: ServeProcess;
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'purser-provider-'));
  serve = await startServe(dataFolder);
});
afterAll(async () => {
  await serve.end('SIGTERM');
  await rm(dataFolder, { recursive: true, force: true });
});

const purser = (input: string, ...args: readonly string[]) => runCli([...args, '--data-dir', dataFolder], input);
async function added(input: string, ...args: readonly string[]): Promise<unknown> {
  const { stdout, stderr } = await purser(input, 'provider', 'add', ...args, '--json');
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

describe('purser provider add', () => {
  it('takes a kind as a name, a name of its own with a kind, or any server by its address', async () => {
    expect(await added('key\n', 'groq')).toMatchObject({ name: 'groq', kind: 'groq', baseUrl: 'https://api.groq.com/openai/v1', gatewayUrl: `${serve.url}/groq/v1` });
    expect(await added('key\n', 'work', '--kind', 'azure', '--base-url', 'https://mine.openai.azure.com/openai/v1')).toMatchObject({ name: 'work', kind: 'azure' });
    expect(await added('key\n', 'house', '--base-url', 'http://10.0.0.5:8000/v1')).toMatchObject({ name: 'house', kind: 'custom-openai', baseUrl: 'http://10.0.0.5:8000/v1' });
  });

  it('asks for no key where none is needed', async () => {
    // Nothing is piped in: it would say so if it asked.
    expect(await added('', 'ollama')).toMatchObject({ kind: 'ollama', baseUrl: 'http://127.0.0.1:11434/v1' });
    expect(await added('', 'mine', '--kind', 'custom-anthropic', '--base-url', 'http://127.0.0.1:9/x', '--no-key')).toMatchObject({ kind: 'custom-anthropic', gatewayUrl: `${serve.url}/mine` });
    expect((await purser('', 'provider', 'add', 'together')).stderr).toContain('No Together AI key came');
  });

  it.each([
    [['nobody'], 'no provider of the kind "nobody"'],
    [['x', '--kind', 'nobody'], 'custom-openai or custom-anthropic'],
    [['azure'], 'different address for everyone'],
    [['groq'], 'already a provider named "groq"'],
    [['Not-A-Name'], 'small letters'],
    [['together', '--no-key'], 'wants a key'],
  ])('says what is wrong with %j', async (args, part) => {
    const { code, stderr } = await purser('key\n', 'provider', 'add', ...args);
    expect([code, stderr]).toEqual([1, expect.stringContaining(part)]);
  });
});

describe('purser price', () => {
  it('shows which price a request would use now, and from where', async () => {
    const shown = await purser('', 'price', 'show', 'llama-3.3-70b-versatile', '--provider', 'groq');
    expect(shown.stdout).toMatch(/llama-3\.3-70b-versatile at groq: the published prices\nRATE +USD +WHEN\ninput_mtok +0\.59 +always/);
    expect(shown.stdout).toContain('Published prices: those that came with Purser.');
    await purser('', 'price', 'set', 'llama-3.3-70b-versatile', '--input', '1', '--output', '2');
    expect((await purser('', 'price', 'show', 'llama-3.3-70b-versatile', '--provider', 'groq')).stdout).toContain('at groq: your own price');
    expect((await purser('', 'price', 'show', 'unheard-of')).stdout).toMatch(/unheard-of at groq: nobody knows it[\s\S]*unheard-of at ollama: free/);
    expect((await purser('', 'price', 'show', 'x', '--provider', 'nowhere')).stderr).toContain('no provider named "nowhere"');
  });

  it('goes back to the built-in prices', async () => {
    expect((await purser('', 'price', 'reset')).stdout).toContain('came with Purser');
  });
});
