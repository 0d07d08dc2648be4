import { CHAT, MESSAGES } from '../../sdk-paths.ts';
import type { Place, ToolSpec } from '../../tool-spec.ts';
import type { WantedEntry } from '../../want.ts';
import { NEW_SHELLS, OLD_SHELLS, shellFiles } from '../shell-files.ts';

/** Zed. It takes no key from its settings: from the environment by the provider's name, or from its own dialog. */
export const zed: ToolSpec = {
  id: 'zed',
  title: 'Zed',
  group: 'editor',
  coverage: { level: 'partly', words: 'The agent panel with models under "purser", when Zed is started from a shell that has the variables (or the key was pasted in its dialog). External agents have their own config; edit predictions go to Zed.', evidence: 'docs' },
  detect: { commands: ['zed', 'zeditor'], paths: (place) => [folder(place)] },
  speaks: ['openai', 'anthropic'],
  scope: 'machine',
  offersModels: true,
  files({ place, routes, key }) {
    const { openai, anthropic } = routes;
    const entries: readonly WantedEntry[] = [
      ...(openai ? [{ at: ['language_models', 'openai_compatible', 'purser'], value: { api_url: openai.v1, available_models: openai.models.map((name) => ({ name, max_tokens: 128_000 })) } }] : []),
      ...(anthropic ? [{ at: ['language_models', 'anthropic_compatible', 'purser-anthropic'], value: { api_url: anthropic.root, available_models: anthropic.models.map((name) => ({ name, max_tokens: 200_000, max_output_tokens: 32_000 })) } }] : []),
    ];
    const variables = [...(openai ? [['PURSER_API_KEY', key] as const] : []), ...(anthropic ? [['PURSER_ANTHROPIC_API_KEY', key] as const] : [])];
    return [{ kind: 'entries', file: place.join(folder(place), 'settings.json'), format: 'jsonc', entries }, ...shellFiles(place, variables, 'purser-zed')];
  },
  instructions: () => 'Zed started from a dock or menu does not see shell variables: start it with `zed` in a terminal.',
  asks: [{ under: 'openai_compatible', adds: CHAT }, { under: 'anthropic_compatible', adds: `/v1${MESSAGES}` }],
  afterwards: () => OLD_SHELLS,
  login: { effect: 'loses', words: 'Not used: the variable comes before a key in the keychain, and a Zed account is for Zed\'s own models.', evidence: 'docs: docs/src/ai/use-api-access.md' },
  reload: NEW_SHELLS,
  cap: '5/day',
  variables: [],
};

function folder(place: Place): string {
  if (place.platform === 'win32') return place.appData('Zed');
  return place.platform === 'darwin' ? place.at('.config', 'zed') : place.join(place.env('FLATPAK_XDG_CONFIG_HOME') ?? place.config(), 'zed');
}
