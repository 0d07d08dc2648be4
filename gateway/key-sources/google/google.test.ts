import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent } from 'undici';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeVertex, SERVICE_ACCOUNT } from '../../testing/clouds/fake-vertex.ts';
import { createReadKey } from '../read-key.ts';
import { createGoogleSource } from './read-google.ts';

const VALUE = 'sk-canary-of-google-0123456789';
const AI = 'gcp:projects/my-project/secrets/ai';
let folder: string;
let server: Server;
let dispatcher: Agent;
/** What is there, by host and version. */
let secrets: Map<string, { readonly status: number; readonly data?: Buffer }>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-google-'));
  await writeFile(join(folder, 'account.json'), SERVICE_ACCOUNT);
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', join(folder, 'account.json'));
  secrets = new Map();
  const tokens = createFakeVertex();
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      if (headers.host === 'oauth2.googleapis.com')
        return void tokens.answer({ method, url, headers, body: Buffer.concat(pieces) }, response);
      const name = url.replace('/v1/', '').replace(':access', '');
      const found = headers.authorization?.startsWith('Bearer ya29.')
        ? secrets.get(`${headers.host} ${name}`)
        : { status: 401 };
      const { status, data } = found ?? { status: 404 };
      const body = data
        ? { name: name.replace('latest', '7'), payload: { data: data.toString('base64') } }
        : { error: { code: status, message: 'quoting nothing CANARY' } };
      return void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  // Whatever host is meant, connections lead to this one.
  dispatcher = new Agent({
    connect: (_options, callback) => {
      const socket = connect({ port, host: '127.0.0.1' });
      socket.once('error', (error) => callback(error, null));
      socket.once('connect', () => callback(null, socket));
    },
  });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await dispatcher.destroy();
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
});

const read = (reference: string) => createReadKey({ gcp: createGoogleSource(dispatcher) })(reference);
const USUAL = 'secretmanager.googleapis.com projects/my-project/secrets/ai/versions';

describe('Google Secret Manager', () => {
  it("gives out the latest version, another one, and one of a region, to a token of Google's library", async () => {
    secrets.set(`${USUAL}/latest`, { status: 200, data: Buffer.from(`${VALUE}\n`) });
    secrets.set(`${USUAL}/3`, { status: 200, data: Buffer.from(`${VALUE}-3`) });
    expect(await read(AI)).toEqual({ value: VALUE, version: '7' });
    expect(await read(`${AI}/versions/3`)).toEqual({ value: `${VALUE}-3`, version: '3' });
    const regional = 'projects/my-project/locations/europe-west3/secrets/ai/versions/latest';
    secrets.set(`secretmanager.europe-west3.rep.googleapis.com ${regional}`, { status: 200, data: Buffer.from(VALUE) });
    expect(await read('gcp:projects/my-project/locations/europe-west3/secrets/ai')).toMatchObject({ value: VALUE });
  });

  it.each([
    [400, 'is disabled or destroyed'],
    [401, 'gcloud auth application-default login'],
    [403, 'Secret Manager Secret Accessor'],
    [404, 'Was it deleted?'],
    [429, 'asked too often'],
    [503, 'could not answer (503)'],
  ])('explains a %i in its own words', async (status, sentence) => {
    secrets.set(`${USUAL}/latest`, { status });
    const failure: unknown = await read(AI).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'SECRETS_UNAVAILABLE', message: expect.stringContaining(sentence) });
    expect(String(failure)).not.toContain('CANARY');
  });

  it('refuses what is binary, and says what to do without a login', async () => {
    secrets.set(`${USUAL}/latest`, { status: 200, data: Buffer.from([255, 254, 1]) });
    await expect(read(AI)).rejects.toThrow('is binary');
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', join(folder, 'gone.json'));
    await expect(read(AI)).rejects.toThrow('gcloud auth application-default login');
  });
});
