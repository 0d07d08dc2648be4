import { toolViewSchema } from '../../../shared/contract/connection-views.ts';
import type { ToolView } from '../../../shared/contract/connection-views.ts';

/** A tool that was found and has a provider key; `changes` are input of the schema. */
export function aTool(changes: Readonly<Record<string, unknown>> = {}): ToolView {
  const day = (dollars: number): unknown => [{ window: 'day', amount: dollars * 1_000_000_000 }];
  return toolViewSchema.parse({
    id: 'claude-code',
    title: 'Claude Code',
    group: 'agent',
    state: 'found',
    coverage: { level: 'everything', words: 'All model calls.', known: 'run', evidence: '2.1.329' },
    scope: 'machine',
    way: 'files',
    speaks: ['anthropic'],
    ready: true,
    reload: 'At once.',
    canTest: false,
    takesCommand: false,
    caps: day(5),
    presets: [
      { id: 'careful', caps: day(1), policy: { requestsPerMinute: 20, parallelRequests: 1 } },
      { id: 'everyday', caps: day(5), policy: {} },
      { id: 'long-runs', caps: day(20), policy: { brake: { velocity: 'pause', loop: 'pause' } } },
    ],
    connections: [],
    ...changes,
  });
}
