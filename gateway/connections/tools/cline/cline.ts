import { CHAT, MESSAGES } from '../../sdk-paths.ts';
import type { MachinePaths, ToolRoute, ToolSpec } from '../../tool-spec.ts';
import type { FileWant } from '../../change/want.ts';
import { abilitiesFor, known, reads } from '../written-abilities.ts';
import { typedHttp } from '../../mcp/mcp-part.ts';

/**
 * Cline CLI. It has fixed provider names, so the OpenAI-compatible one (or Anthropic's) is taken over. OpenAI's own
 * would speak Responses, and brings a tool along with every request that makes pictures at prices of its own.
 */
export const cline: ToolSpec = {
  id: 'cline',
  title: 'Cline',
  group: 'agent',
  coverage: {
    level: 'partly',
    words:
      'The CLI; its telemetry goes to Cline directly. The VS Code extension reads the same keys, but its choice of ' +
      'provider per mode is made in its own settings.',
    evidence: 'run: CLI 3.0.65; the extension was not run',
  },
  detect: { commands: ['cline'], paths: (paths) => [folder(paths)] },
  speaks: ['openai', 'anthropic'],
  scope: 'machine',
  offersModels: true,
  files({ paths, routes, key }) {
    const route = routes.openai ?? routes.anthropic;
    if (!route) return [];
    const provider = routes.openai ? 'openai-compatible' : 'anthropic';
    // Cline adds no version by itself, for Anthropic neither.
    const settings = { provider, apiKey: key, model: route.models[0] ?? '', baseUrl: route.v1 };
    const chosen: FileWant = {
      kind: 'entries',
      file: paths.join(folder(paths), 'settings', 'providers.json'),
      format: 'strict-json',
      entries: [
        { at: ['version'], value: 1, ifAbsent: true },
        { at: ['modes'], value: {}, ifAbsent: true },
        { at: ['lastUsedProvider'], value: provider },
        { at: ['providers', provider, 'settings'], value: settings },
        { at: ['providers', provider, 'updatedAt'], value: '2026-01-01T00:00:00.000Z', ifAbsent: true, anyValue: true },
        { at: ['providers', provider, 'tokenSource'], value: 'manual' },
      ],
    };
    return [chosen, ...modelsFile(paths, provider, route)];
  },
  mcp: {
    file: (paths) =>
      paths.env('CLINE_MCP_SETTINGS_PATH') ?? paths.join(folder(paths), 'settings', 'cline_mcp_settings.json'),
    format: 'strict-json',
    at: () => ['mcpServers'],
    http: typedHttp('streamableHttp'),
    entry: {
      transport: ['type', 'transportType'],
      off: [{ field: 'disabled', is: true }],
      idle: ['autoApprove', 'alwaysAllow', 'timeout'],
    },
    evidence: 'docs: docs.cline.bot/mcp/configuring-mcp-servers, and the program, CLI 3.0.65, 2026-12-01',
  },
  instructions: () => 'In the VS Code extension, choose the same provider in its settings for Plan and for Act.',
  sdkPaths: [
    { under: 'openai-compatible', adds: CHAT },
    { under: 'anthropic', adds: MESSAGES },
  ],
  login: {
    effect: 'loses',
    words: "Not used by the CLI: a Cline login is another provider, and connecting selects Purser's.",
    evidence: 'source: 2026-08',
  },
  whileDown: 'It waits silently for more than a minute.',
  reload: 'With the next start.',
  cap: '10/day',
  selfTest: { command: 'cline', args: () => ['Say pong.'] },
  variables: [
    { name: 'CLINE_DIR', effect: 'moves' },
    { name: 'CLINE_DATA_DIR', effect: 'moves' },
  ],
};

/** The known abilities of a model, beside its own list of models. Source: the schema in its program, CLI 3.0.65. */
function modelsFile(paths: MachinePaths, provider: string, route: ToolRoute): readonly FileWant[] {
  const model = route.models[0] ?? '';
  const abilities = abilitiesFor(route, model);
  const fields = known({
    contextWindow: abilities.window,
    maxInputTokens: abilities.prompt === abilities.window ? undefined : abilities.prompt,
    maxTokens: abilities.answer,
    supportsVision: reads(abilities, 'image'),
    supportsReasoning: abilities.thinks,
  });
  if (Object.keys(fields).length === 0) return [];
  const entries = [
    { at: ['version'], value: 1, ifAbsent: true },
    { at: ['providers', provider, 'models', model], value: { id: model, name: model, ...fields } },
  ];
  return [
    { kind: 'entries', file: paths.join(folder(paths), 'settings', 'models.json'), format: 'strict-json', entries },
  ];
}

function folder(paths: MachinePaths): string {
  return paths.env('CLINE_DATA_DIR') ?? paths.join(paths.env('CLINE_DIR') ?? paths.at('.cline'), 'data');
}
