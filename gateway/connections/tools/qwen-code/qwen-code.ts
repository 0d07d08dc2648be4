import type { JsonObject } from '../../formats/json-value.ts';
import { CHAT, GENERATE, MESSAGES, RESPONSES } from '../../sdk-paths.ts';
import type { Family, MachinePaths, ToolRoute, ToolSpec } from '../../tool-spec.ts';
import type { WantedEntry } from '../../change/want.ts';
import { abilitiesFor, known } from '../written-abilities.ts';

/** The shell's value of a variable beats the file's, so it has a name that nobody else uses. */
const KEY_NAME = 'PURSER_QWEN_API_KEY';

/** Qwen Code. It rewrites its settings itself, keeping comments. */
export const qwenCode: ToolSpec = {
  id: 'qwen-code',
  title: 'Qwen Code',
  group: 'agent',
  coverage: {
    level: 'everything',
    words: 'All model calls, also the memory call after each turn. Its telemetry goes out directly.',
    evidence: 'run: 0.24.4',
  },
  detect: { commands: ['qwen'], paths: (paths) => [folder(paths)] },
  speaks: ['openai', 'anthropic', 'gemini'],
  scope: 'machine',
  offersModels: true,
  files({ paths, routes, key }) {
    const families = (['openai', 'anthropic', 'gemini'] as const).filter((family) => routes[family] !== undefined);
    const [first] = families;
    const entries: readonly WantedEntry[] = [
      { at: ['security', 'auth', 'selectedType'], value: first ?? '' },
      { at: ['model', 'name'], value: (first && routes[first]?.models[0]) ?? '' },
      { at: ['env', KEY_NAME], value: key },
      ...families.flatMap((family) => modelEntries(family, routes[family])),
    ];
    return first
      ? [{ kind: 'entries', file: paths.join(folder(paths), 'settings.json'), format: 'jsonc', entries }]
      : [];
  },
  sdkPaths: [
    { beside: ['wireApi', 'responses'], adds: RESPONSES },
    { under: 'openai', adds: CHAT },
    { under: 'anthropic', adds: `/v1${MESSAGES}` },
    { under: 'gemini', adds: `/v1beta${GENERATE}` },
  ],
  login: {
    effect: 'loses',
    words:
      'Not used while a protocol is selected, as connecting does. Settings of a project can select the Qwen login ' +
      'again; the doctor looks there.',
    evidence: 'docs: qwenlm.github.io, settings; the order of authentication was not run',
    chosenBy: {
      files: (paths, project) =>
        project === null
          ? []
          : ['settings.json', 'settings.local.json'].map((name) => paths.join(project, '.qwen', name)),
      format: 'jsonc',
      at: [['security', 'auth', 'selectedType']],
      ours: ['openai', 'anthropic', 'gemini'],
    },
  },
  whileDown: 'It waits silently for more than a minute.',
  reload: 'With the next session.',
  cap: '10/day',
  selfTest: { command: 'qwen', args: () => ['-p', 'Say pong.'] },
  dotenv: [KEY_NAME],
  variables: [
    { name: 'QWEN_HOME', effect: 'moves' },
    { name: KEY_NAME, effect: 'beats' },
  ],
};

function modelEntries(family: Family, route: ToolRoute | undefined): readonly WantedEntry[] {
  if (!route) return [];
  return route.models.map((model) => {
    const name = `${model} (Purser)`;
    const baseUrl = family === 'openai' ? route.v1 : route.root;
    const wireApi = family === 'openai' && route.wantsResponses ? 'responses' : undefined;
    const value = known({
      id: model,
      name,
      envKey: KEY_NAME,
      baseUrl,
      wireApi,
      generationConfig: generationConfig(route, model),
    });
    return { at: ['modelProviders', family, { where: 'name', is: name }], value };
  });
}

/**
 * Where nothing is said, it goes by the beginning of a model's name. How long an answer may be is left to it: a fixed
 * number would end its own way of asking again with a larger one.
 */
function generationConfig(route: ToolRoute, model: string): JsonObject | undefined {
  const { prompt, reads } = abilitiesFor(route, model);
  const modalities =
    reads &&
    Object.fromEntries((['image', 'pdf', 'audio', 'video'] as const).map((medium) => [medium, reads.includes(medium)]));
  return prompt === undefined && modalities === undefined
    ? undefined
    : known({ contextWindowSize: prompt, modalities });
}

function folder(paths: MachinePaths): string {
  return paths.env('QWEN_HOME') ?? paths.at('.qwen');
}
