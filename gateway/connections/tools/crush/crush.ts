import { CHAT } from '../../sdk-paths.ts';
import type { MachinePaths, PlanInput, ToolRoute, ToolSpec } from '../../tool-spec.ts';
import type { FileWant } from '../../change/want.ts';
import { abilitiesFor, known, reads } from '../written-abilities.ts';

const FLAGS = {
  context_window: '--context-window',
  default_max_tokens: '--default-max-tokens',
  can_reason: '--can-reason',
  supports_attachments: '--supports-images',
} as const;

/**
 * Crush reads a Bash file, and a JSON file only where the Bash file is not there. So the one that is there is edited.
 */
export const crush: ToolSpec = {
  id: 'crush',
  title: 'Crush',
  group: 'agent',
  coverage: {
    level: 'partly',
    words: 'The models under "purser" (OpenAI-compatible ones). Other providers stay as they are.',
    evidence: 'source: 2026-08',
  },
  detect: { commands: ['crush'], paths: (paths) => [folder(paths)] },
  speaks: ['openai'],
  scope: 'machine',
  offersModels: true,
  files: (input) => (input.routes.openai ? [change(input, input.routes.openai)] : []),
  instructions: () => 'Choose a model under "purser".',
  sdkPaths: [{ adds: CHAT }],
  overriddenBy: {
    // A model chosen in Crush itself is in its state, and wins.
    files: (paths) => [paths.join(folder(paths), 'crush.json'), paths.join(state(paths), 'crush.json')],
    format: 'jsonc',
    at: [['models', '*', 'provider']],
    ours: /^purser$/,
    byHand: 'Choose a model under "purser" in Crush, for the large and for the small one.',
    evidence: 'source: internal/config/load.go, 2026-08',
  },
  login: {
    effect: 'unknown',
    words: 'Not known. Its logins are for other providers; the sub-key is in the entry of Purser.',
    evidence: 'told: logins were not checked',
  },
  reload: 'With the next start.',
  cap: '10/day',
  selfTest: { command: 'crush', args: () => ['run', 'Say pong.'] },
  variables: [{ name: 'CRUSH_GLOBAL_CONFIG', effect: 'moves' }],
};

function change({ paths, key }: PlanInput, route: NonNullable<PlanInput['routes']['openai']>): FileWant {
  // Of the two only this one can speak Responses. Source: internal/agent/coordinator.go, 2026-08.
  const type = route.wantsResponses ? 'openai' : 'openai-compat';
  const rc = paths.join(folder(paths), 'crushrc');
  const json = paths.join(folder(paths), 'crush.json');
  if (!paths.isThere(rc) && paths.isThere(json)) {
    const models = route.models.map((id) => known({ id, name: id, ...abilityFields(route, id) }));
    return {
      kind: 'entries',
      file: json,
      format: 'strict-json',
      entries: [{ at: ['providers', 'purser'], value: { type, base_url: route.v1, api_key: key, models } }],
    };
  }
  const models = route.models.map((model) => `model add "purser/${model}" --name "${model}"${flagsOf(route, model)}\n`);
  return {
    kind: 'block',
    file: rc,
    lines: `provider add purser --type ${type} --base-url "${route.v1}" --api-key "${key}"\n${models.join('')}`,
  };
}

/** By the names in its JSON file. Without a length an answer is as long as its provider lets it be. */
function abilityFields(route: ToolRoute, model: string): Readonly<Record<string, number | boolean | undefined>> {
  const abilities = abilitiesFor(route, model);
  return {
    context_window: abilities.prompt,
    default_max_tokens: abilities.answer,
    can_reason: abilities.thinks,
    supports_attachments: reads(abilities, 'image'),
  };
}

/** The same as flags of its program. Source: internal/shellconfig/model.go, 2026-08. */
function flagsOf(route: ToolRoute, model: string): string {
  const fields = abilityFields(route, model);
  return Object.entries(FLAGS)
    .map(([field, flag]) => (fields[field] === undefined ? '' : ` ${flag} ${fields[field]}`))
    .join('');
}

function state(paths: MachinePaths): string {
  const usual =
    paths.platform === 'win32'
      ? paths.join(paths.env('LOCALAPPDATA') ?? paths.at('AppData', 'Local'), 'crush')
      : paths.join(paths.env('XDG_DATA_HOME') ?? paths.at('.local', 'share'), 'crush');
  return paths.env('CRUSH_GLOBAL_DATA') ?? usual;
}

function folder(paths: MachinePaths): string {
  return paths.env('CRUSH_GLOBAL_CONFIG') ?? paths.config('crush');
}
