import { CHAT } from '../../sdk-paths.ts';
import type { Place, PlanInput, ToolSpec } from '../../tool-spec.ts';
import type { FileWant } from '../../want.ts';

/** Crush reads a Bash file, and a JSON file only where the Bash file is not there. So the one that is there is edited. */
export const crush: ToolSpec = {
  id: 'crush',
  title: 'Crush',
  group: 'agent',
  coverage: { level: 'partly', words: 'The models under "purser" (OpenAI-compatible ones). Other providers stay as they are.', evidence: 'source: 2026-08' },
  detect: { commands: ['crush'], paths: (place) => [folder(place)] },
  speaks: ['openai'],
  scope: 'machine',
  offersModels: true,
  files: (input) => (input.routes.openai ? [change(input, input.routes.openai)] : []),
  instructions: () => 'Choose a model under "purser".',
  asks: [{ adds: CHAT }],
  login: { effect: 'unknown', words: 'Not known. Its logins are for providers of their own; the key of ours stands in its entry.', evidence: 'told: nobody looked at a login' },
  reload: 'With the next start.',
  cap: '10/day',
  selfTest: { command: 'crush', args: () => ['run', 'Say pong.'] },
  variables: [{ name: 'CRUSH_GLOBAL_CONFIG', effect: 'moves' }],
};

function change({ place, key }: PlanInput, route: NonNullable<PlanInput['routes']['openai']>): FileWant {
  const rc = place.join(folder(place), 'crushrc');
  const json = place.join(folder(place), 'crush.json');
  if (!place.isThere(rc) && place.isThere(json)) {
    const models = route.models.map((id) => ({ id, name: id, context_window: 128_000, default_max_tokens: 8_192 }));
    return { kind: 'entries', file: json, format: 'strict-json', entries: [{ at: ['providers', 'purser'], value: { type: 'openai-compat', base_url: route.v1, api_key: key, models } }] };
  }
  const models = route.models.map((model) => `model add "purser/${model}" --name "${model}" --context-window 128000 --default-max-tokens 8192\n`);
  return { kind: 'block', file: rc, lines: `provider add purser --type openai-compat --base-url "${route.v1}" --api-key "${key}"\n${models.join('')}` };
}

function folder(place: Place): string {
  return place.env('CRUSH_GLOBAL_CONFIG') ?? place.config('crush');
}
