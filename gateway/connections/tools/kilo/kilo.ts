import type { ToolSpec } from '../../tool-spec.ts';
import {
  OPENCODE_CHOICES,
  OPENCODE_OURS,
  OPENCODE_PATHS,
  openCodeEntries,
  openCodeModel,
} from '../opencode-provider.ts';

/** Kilo Code: its CLI and the current VS Code extension stand on OpenCode and share this file. */
export const kilo: ToolSpec = {
  id: 'kilo',
  title: 'Kilo Code',
  group: 'agent',
  coverage: {
    level: 'partly',
    words:
      'The models under "Purser". Kilo\'s own providers stay as they are; the extension before version 7 keeps its ' +
      'settings where no program can write.',
    evidence: 'run: CLI 7.7.7; the extension was not run',
  },
  detect: { commands: ['kilo'], paths: (paths) => [paths.config('kilo')] },
  speaks: ['openai', 'anthropic', 'gemini'],
  scope: 'machine',
  offersModels: true,
  files: ({ paths, routes, key }) => [
    {
      kind: 'entries',
      file: paths.firstThere(paths.config('kilo', 'kilo.jsonc'), paths.config('kilo', 'kilo.json')),
      format: 'jsonc',
      entries: openCodeEntries(routes, key),
    },
  ],
  instructions: () => 'Choose a model under "Purser".',
  sdkPaths: OPENCODE_PATHS,
  overriddenBy: {
    files: (paths) => [paths.config('kilo', 'kilo.json'), paths.config('kilo', 'kilo.jsonc')],
    format: 'jsonc',
    at: OPENCODE_CHOICES,
    ours: OPENCODE_OURS,
    byHand: 'Choose a model under "Purser" there, as in "purser/MODEL", or take the line out and choose with /models.',
    evidence: "told: by OpenCode's config, which Kilo shares",
  },
  login: {
    effect: 'loses',
    words:
      'Not used for the models under "Purser", as in OpenCode, which Kilo is built on. It stays usable for its own ' +
      'providers, unmetered.',
    evidence: "told: by OpenCode's behaviour; not run with a login",
  },
  whileDown: 'It waits silently for more than a minute.',
  reload: 'After a restart of Kilo.',
  cap: '10/day',
  selfTest: { command: 'kilo', args: (routes) => ['run', '-m', openCodeModel(routes), 'Say pong.'] },
  projectConfig: [['kilo.jsonc'], ['.kilo', 'kilo.jsonc']].map((file) => ({
    file,
    format: 'jsonc',
    at: [
      ['provider', 'purser'],
      ['provider', 'purser-anthropic'],
      ['provider', 'purser-gemini'],
    ],
  })),
  variables: [
    { name: 'KILO_CONFIG', effect: 'beats' },
    { name: 'KILO_CONFIG_CONTENT', effect: 'beats' },
    { name: 'KILO_CONFIG_DIR', effect: 'moves' },
  ],
};
