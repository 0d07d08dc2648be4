import { expect, it } from 'vitest';
import { firstRequestsIn } from './first-requests.ts';
import { VARIABLE_PATHS } from '../sdk-paths.ts';
import { crush } from '../tools/crush/crush.ts';
import { launchAgent } from '../tools/desktop-session/launch-agent.ts';
import { goose } from '../tools/goose/goose.ts';
import { OPENCODE_PATHS } from '../tools/opencode-provider.ts';
import type { SdkPath } from '../tool-spec.ts';
import type { DoneFile } from '../change/want.ts';

const GATEWAY = 'http://127.0.0.1:4141';
const CHAT_OF_OPENAI = `${GATEWAY}/openai/v1/chat/completions`;
const requests = (text: string, paths: readonly SdkPath[] | undefined, file = 'profile'): readonly string[] => {
  const done: DoneFile = { kind: 'own', file, text, had: false };
  return firstRequestsIn(text, done, paths ?? [], GATEWAY);
};

it.each([
  { shell: 'sh', line: `export OPENAI_BASE_URL='${GATEWAY}/openai/v1'` },
  { shell: 'dotenv', line: `OPENAI_BASE_URL=${GATEWAY}/openai/v1 # mine` },
  { shell: 'fish', line: `set -gx OPENAI_BASE_URL '${GATEWAY}/openai/v1'` },
  { shell: 'PowerShell', line: `$env:OPENAI_BASE_URL = '${GATEWAY}/openai/v1'` },
  { shell: 'launchd', line: launchAgent([['OPENAI_BASE_URL', `${GATEWAY}/openai/v1`]]) },
])('$shell: the address as it stands there, with what its readers add', ({ line }) => {
  expect(requests(`${line}\n`, VARIABLE_PATHS)).toEqual([CHAT_OF_OPENAI]);
  expect(requests(`${line.replace('/v1', '/v1/v1')}\n`, VARIABLE_PATHS)).toEqual([
    CHAT_OF_OPENAI.replace('/v1', '/v1/v1'),
  ]);
  expect(requests(`${line.replace('4141', '4142')}\n`, VARIABLE_PATHS)).toEqual([]);
});

it('tells the readers of different variables apart, also where one provider speaks several protocols', () => {
  const text = ['ANTHROPIC_BASE_URL', 'OPENAI_BASE_URL', 'GOOGLE_GEMINI_BASE_URL', 'GEMINI_API_BASE']
    .map((name) => `${name}=${GATEWAY}/house\n`)
    .join('');
  expect(requests(text, VARIABLE_PATHS).map((url) => url.slice(GATEWAY.length))).toEqual([
    '/house/v1/messages',
    '/house/chat/completions',
    '/house/v1beta/models/any:streamGenerateContent',
    '/house/models/any:streamGenerateContent',
  ]);
});

it('reads a program of lines, and a JSON file by what stands beside the address', () => {
  expect(
    requests(
      `provider add purser --type openai-compat --base-url "${GATEWAY}/openai/v1" --api-key "x"\n`,
      crush.sdkPaths,
    ),
  ).toEqual([CHAT_OF_OPENAI]);
  const file = (engine: string, url: string): string => JSON.stringify({ name: 'purser', engine, base_url: url });
  expect(requests(file('openai', CHAT_OF_OPENAI), goose.sdkPaths, 'purser.json')).toEqual([CHAT_OF_OPENAI]);
  expect(requests(file('anthropic', `${GATEWAY}/anthropic`), goose.sdkPaths, 'purser.json')).toEqual([
    `${GATEWAY}/anthropic/v1/messages`,
  ]);
});

it('reads the file, not the plan: an address that somebody doubled in it is doubled', () => {
  const done: DoneFile = {
    kind: 'entries',
    file: 'f',
    format: 'toml',
    edits: [{ at: ['model_providers', 'purser'], value: { base_url: `${GATEWAY}/openai/v1` }, depth: 0, had: false }],
  };
  const text = `[model_providers.purser]\nbase_url = "${GATEWAY}/openai/v1/v1" # mine\n`;
  expect(firstRequestsIn(text, done, [{ adds: '/responses' }], GATEWAY)).toEqual([`${GATEWAY}/openai/v1/v1/responses`]);
});

it('tells two protocols of one provider apart by what stands beside the object that holds the address', () => {
  const at = ['provider', 'purser'];
  const done: DoneFile = {
    kind: 'entries',
    file: 'f',
    format: 'jsonc',
    edits: [{ at, value: {}, depth: 0, had: false }],
  };
  const text = (npm: string): string =>
    JSON.stringify({ provider: { purser: { npm, options: { baseURL: `${GATEWAY}/openai/v1` } } } });
  expect(firstRequestsIn(text('@ai-sdk/openai'), done, OPENCODE_PATHS, GATEWAY)).toEqual([
    `${GATEWAY}/openai/v1/responses`,
  ]);
  expect(firstRequestsIn(text('@ai-sdk/openai-compatible'), done, OPENCODE_PATHS, GATEWAY)).toEqual([CHAT_OF_OPENAI]);
});
