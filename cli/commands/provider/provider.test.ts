import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSimulatedProvider } from '../../../gateway/simulation/simulated-provider.ts';
import { runCli, startServe } from '../../../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../../../gateway/testing/start-serve.ts';

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
    expect(await added('key\n', 'groq', '--unchecked')).toMatchObject({
      name: 'groq',
      kind: 'groq',
      baseUrl: 'https://api.groq.com/openai/v1',
      gatewayUrl: `${serve.url}/groq/v1`,
    });
    expect(
      await added(
        'key\n',
        'work',
        '--kind',
        'azure',
        '--base-url',
        'https://mine.openai.azure.com/openai/v1',
        '--unchecked',
      ),
    ).toMatchObject({ name: 'work', kind: 'azure' });
    expect(await added('key\n', 'house', '--base-url', 'http://10.0.0.5:8000/v1', '--unchecked')).toMatchObject({
      name: 'house',
      kind: 'custom-openai',
      baseUrl: 'http://10.0.0.5:8000/v1',
    });
  });

  it('takes a region, a profile and a file of a cloud, and no key where the machine has a login', async () => {
    expect(await added('', 'bedrock', '--region', 'eu-west-1', '--profile', 'work', '--unchecked')).toMatchObject({
      kind: 'bedrock',
      baseUrl: 'https://bedrock-runtime.eu-west-1.amazonaws.com',
    });
    const file = join(dataFolder, 'account.json');
    await writeFile(file, JSON.stringify({ type: 'service_account', private_key: 'a b\n' }, null, 2));
    expect(await added('', 'vertex', '--key-file', file, '--unchecked')).toMatchObject({
      baseUrl: 'https://aiplatform.googleapis.com',
    });
    expect(await added('', 'tokyo', '--kind', 'bedrock', '--no-key', '--unchecked')).toMatchObject({ name: 'tokyo' });
    expect((await purser('', 'provider', 'add', 'x', '--kind', 'groq', '--region', 'eu-west-1')).stderr).toContain(
      'no address for the region',
    );
    expect((await purser('', 'provider', 'add', 'y', '--kind', 'vertex', '--profile', 'work')).stderr).toContain(
      'no profiles of AWS',
    );
  });

  it('keeps an address without TLS in the internet only when told to', async () => {
    const plain = ['far', '--base-url', 'http://models.example.com/v1', '--unchecked'];
    expect((await purser('key\n', 'provider', 'add', ...plain)).stderr).toContain('--plain-http');
    expect(await added('key\n', ...plain, '--plain-http')).toMatchObject({ name: 'far' });
  });

  it('asks for no key where none is needed', async () => {
    // Nothing is piped in: it would say so if it asked.
    expect(await added('', 'ollama')).toMatchObject({ kind: 'ollama', baseUrl: 'http://127.0.0.1:11434/v1' });
    expect(
      await added('', 'mine', '--kind', 'custom-anthropic', '--base-url', 'http://127.0.0.1:9/x', '--no-key'),
    ).toMatchObject({ kind: 'custom-anthropic', gatewayUrl: `${serve.url}/mine` });
    expect((await purser('', 'provider', 'add', 'together')).stderr).toContain(
      'No key was read. Run it in a terminal, or: purser provider add together < key.txt',
    );
  });

  it('asks the provider about the key, says what came, and keeps a refused one only when told to', async () => {
    const provider = await startSimulatedProvider({ key: 'right' });
    const address = ['--base-url', provider.anthropicBaseUrl];
    const refused = await purser('wrong\n', 'provider', 'add', 'anthropic', ...address);
    expect([refused.code, refused.stderr]).toEqual([
      1,
      'purser: Anthropic refuses this key (401). Copy it again; nothing was stored. If you are sure that it is ' +
        'right, add --unchecked.\n',
    ]);
    const right = await purser('right\n', 'provider', 'add', 'anthropic', ...address);
    expect(right.stdout).toMatch(
      /^Added anthropic\. Anthropic accepts this key; \d+ models\. Its key is in memory, until this Purser stops\./,
    );
    expect(await added('wrong\n', 'mistral', '--base-url', provider.openaiBaseUrl, '--unchecked')).toMatchObject({
      check: { verdict: 'not-asked' },
    });
    const checked = await purser('', 'provider', 'check', 'mistral');
    expect([checked.code, checked.stdout]).toEqual([
      1,
      'Mistral refuses this key (401). Remove it, and add the right one.\n',
    ]);
    await provider.stop();
  });

  it('keeps a reference in the place of a key, reads it anew, and says how it stands', async () => {
    const file = join(dataFolder, 'kept-elsewhere');
    await writeFile(file, 'sk-of-a-manager-CANARY');
    const reference = `cmd:"${process.execPath}" -p "fs.readFileSync('${file}','utf8')"`;
    const view = await added('', 'cerebras', '--from', reference, '--unchecked');
    expect(view).toMatchObject({ keyFrom: { reference: `cmd:${process.execPath} ...`, state: 'fresh' } });
    expect((await purser('', 'provider', 'refresh', 'cerebras')).stdout).toBe(
      `Read the key of cerebras from cmd:${process.execPath} .... The next request uses it.\n`,
    );
    expect((await purser('', 'provider', 'list')).stdout).toMatch(/cerebras .*cmd:.* \.\.\. \(read\)/);
    await rm(file);
    const failed = await purser('', 'provider', 'refresh', 'cerebras');
    expect([failed.code, failed.stderr]).toEqual([1, expect.stringContaining('gave no key: it ended with code 1')]);
    expect((await purser('', 'status')).stdout).toContain('The key that was read before is still used.');
    expect((await purser('', 'doctor', '--json')).stdout).toContain('key-from:cerebras');
    await added('key\n', 'plain', '--kind', 'groq', '--unchecked');
    expect((await purser('', 'provider', 'refresh', 'plain')).stderr).toContain('is in the secret store');
    const pasted = await purser('', 'provider', 'add', 'x', '--kind', 'groq', '--from', 'sk-pasted-CANARY');
    expect(pasted.stderr).toContain('A reference begins with where the key is');
    expect(JSON.stringify([view, failed, pasted])).not.toContain('CANARY');
    expect((await purser('', 'provider', 'add', 'x', '--kind', 'groq', '--grace', '5m')).stderr).toContain(
      '--from REF',
    );
  });

  it('lists what each does when a tool leaves its stream, and takes what a person knows of it', async () => {
    const listed = async (name: string): Promise<string | undefined> =>
      (await purser('', 'provider', 'list')).stdout.split('\n').find((line) => line.startsWith(`${name} `));
    expect(await listed('ollama')).toMatch(/ free$/);
    expect(await listed('mine')).toMatch(/ not known$/);
    const set = await purser('', 'provider', 'set', 'mine', '--stops-when-left', 'no');
    expect(set.stdout).toBe(
      'mine: it goes on when a tool leaves a stream early and bills all of it, so Purser reads it to the end.\n',
    );
    expect(await listed('mine')).toMatch(/ goes on, as you said$/);
    await purser('', 'provider', 'set', 'mine', '--stops-when-left', 'auto');
    expect(await listed('mine')).toMatch(/ not known$/);
  });

  it('takes the model of a deployment, and where deployments run, of Azure alone', async () => {
    const set = (...args: readonly string[]) => purser('', 'provider', 'set', ...args);
    expect((await set('work', '--deployment', 'prod=gpt-5-mini')).stdout).toBe(
      'work: "prod" has the price and the limits of gpt-5-mini.\n',
    );
    expect((await set('work', '--deployment', 'prod=', '--deployment-type', 'global')).stdout).toBe(
      'work: nobody knows which model "prod" has, until one of its replies tells.\n' +
        'work: its deployments are global, so they have the ordinary prices.\n',
    );
    expect((await set('work', '--deployment', 'prod')).stderr).toContain('my-deployment=gpt-5-mini');
    expect((await set('work')).stderr).toContain('Say what you know');
    expect((await set('ollama', '--deployment', 'x=y')).stderr).toContain('Ollama has no deployments');
  });

  it.each([
    [['nobody'], 'the kind of provider "nobody"'],
    [['x', '--kind', 'nobody'], 'custom-openai or custom-anthropic'],
    [['azure'], 'different address for everyone'],
    [['groq'], 'already a provider named "groq"'],
    [['Not-A-Name'], 'small letters'],
    [['mine', '--base-url', 'notaurl'], 'A base URL begins with https:// or http://'],
    [['together', '--no-key'], 'needs a key'],
  ])('says what is wrong with %j', async (args, part) => {
    const { code, stderr } = await purser('key\n', 'provider', 'add', ...args);
    expect([code, stderr]).toEqual([1, expect.stringContaining(part)]);
  });
});

describe('purser price', () => {
  it('shows which price a request would use now, and from where', async () => {
    const shown = await purser('', 'price', 'show', 'llama-3.3-70b-versatile', '--provider', 'groq');
    expect(shown.stdout).toMatch(
      /llama-3\.3-70b-versatile at groq: the published prices\nWHAT +PRICE +WHEN\ninput +\$0\.59 per million tokens +always/,
    );
    expect(shown.stdout).toContain('Published prices: the ones that came with Purser.');
    await purser('', 'price', 'set', 'llama-3.3-70b-versatile', '--input', '1', '--output', '2');
    expect((await purser('', 'price', 'show', 'llama-3.3-70b-versatile', '--provider', 'groq')).stdout).toContain(
      'at groq: your own price',
    );
    expect((await purser('', 'price', 'show', 'unheard-of')).stdout).toMatch(
      /unheard-of at groq: no known price[\s\S]*unheard-of at ollama: free/,
    );
    expect((await purser('', 'price', 'show', 'x', '--provider', 'nowhere')).stderr).toContain(
      'no provider named "nowhere"',
    );
  });

  it('goes back to the built-in prices', async () => {
    expect((await purser('', 'price', 'reset')).stdout).toContain('came with Purser');
  });
});
