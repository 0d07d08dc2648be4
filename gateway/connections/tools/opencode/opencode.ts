import type { MachinePaths, ToolSpec } from '../../tool-spec.ts';
import {
  OPENCODE_CHOICES,
  OPENCODE_OURS,
  OPENCODE_PATHS,
  openCodeEntries,
  openCodeModel,
} from '../opencode-provider.ts';
import { typedHttp } from '../../mcp/mcp-part.ts';

/** OpenCode. Both `opencode.json` and `opencode.jsonc` are read and merged; the second wins. */
export const opencode: ToolSpec = {
  id: 'opencode',
  title: 'OpenCode',
  group: 'agent',
  coverage: {
    level: 'partly',
    words:
      'The models under "Purser". Built-in providers that the person logged into stay as they are and are not metered.',
    evidence: 'run: 1.18.33',
  },
  detect: { commands: ['opencode'], paths: (paths) => [paths.config('opencode')] },
  speaks: ['openai', 'anthropic', 'gemini'],
  scope: 'machine',
  offersModels: true,
  files: ({ paths, routes, key }) => [
    { kind: 'entries', file: file(paths), format: 'jsonc', entries: openCodeEntries(routes, key) },
  ],
  mcp: {
    file,
    format: 'jsonc',
    at: () => ['mcp'],
    // Version 2 has a form of its own, and takes this one.
    http: typedHttp('remote'),
    entry: {
      env: 'environment',
      off: [
        { field: 'enabled', is: false },
        { field: 'disabled', is: true },
      ],
      idle: ['timeout'],
      variable: /\{(?:env|file):[^}]*\}/,
    },
    evidence: 'docs: opencode.ai/v1/docs/mcp-servers and opencode.ai/docs/migrate-v1, 2026-12-01',
  },
  instructions: () => 'Choose a model under "Purser" with /models.',
  sdkPaths: OPENCODE_PATHS,
  overriddenBy: {
    files: (paths) => [paths.config('opencode', 'opencode.json'), paths.config('opencode', 'opencode.jsonc')],
    format: 'jsonc',
    at: OPENCODE_CHOICES,
    ours: OPENCODE_OURS,
    byHand: 'Choose a model under "Purser" there, as in "purser/MODEL", or take the line out and choose with /models.',
    evidence: 'docs: opencode.ai/docs/config',
  },
  login: {
    effect: 'loses',
    words:
      'Not used for the models under "Purser": the key in the file comes before it. It stays usable for its own ' +
      'providers, unmetered.',
    evidence: 'run: 1.18.33 with an auth.json',
  },
  whileDown: 'It waits silently for more than a minute.',
  reload: 'After a restart of OpenCode.',
  cap: '10/day',
  selfTest: { command: 'opencode', args: (routes) => ['run', '-m', openCodeModel(routes), 'Say pong.'] },
  projectConfig: [
    {
      file: ['opencode.json'],
      format: 'jsonc',
      at: [
        ['provider', 'purser'],
        ['provider', 'purser-anthropic'],
        ['provider', 'purser-gemini'],
      ],
    },
  ],
  variables: [
    { name: 'OPENCODE_CONFIG', effect: 'beats' },
    { name: 'OPENCODE_CONFIG_CONTENT', effect: 'beats' },
    { name: 'OPENCODE_CONFIG_DIR', effect: 'moves' },
  ],
};

function file(paths: MachinePaths): string {
  return paths.firstThere(paths.config('opencode', 'opencode.jsonc'), paths.config('opencode', 'opencode.json'));
}
