import { toolViewSchema } from '../../../shared/contract/connection-views.ts';
import type { ToolView } from '../../../shared/contract/connection-views.ts';

/** A tool that was found and can be connected, checked against the contract so that it cannot drift from it. */
export function aTool(changes: object = {}): ToolView {
  return toolViewSchema.parse({
    id: 'claude-code',
    title: 'Claude Code',
    group: 'agent',
    state: 'found',
    coverage: { level: 'everything', words: 'All model calls.', evidence: '', known: 'run' },
    scope: 'both',
    way: 'files',
    speaks: ['anthropic'],
    ready: true,
    reload: 'At once.',
    canTest: true,
    takesCommand: true,
    caps: [],
    presets: [],
    connections: [],
    ...changes,
  });
}
