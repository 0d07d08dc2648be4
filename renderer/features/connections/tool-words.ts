import type { Policy } from '../../../shared/policy.ts';
import type { Cap } from '../../../shared/cap.ts';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import { PROVIDER_KINDS } from '../../../shared/providers/provider-records.ts';
import { capText } from '../../state/time-and-money/cap-text.ts';
import { policyText } from '../../state/words/policy-text.ts';
import { say } from '../../strings/say.ts';
import { providerName } from '../providers/provider-names.ts';

interface StateWords {
  readonly text: string;
  readonly tone: 'good' | 'warn' | 'soft';
}

const TONES: Readonly<Record<ToolView['state'], StateWords['tone']>> = {
  connected: 'good',
  'changed-outside': 'warn',
  found: 'soft',
  'not-found': 'soft',
  'not-possible': 'soft',
};

/** How a tool stands on this machine. Green only when a request with the sub-key has arrived over every connection. */
export function stateWords({
  state,
  group,
  connections,
}: Pick<ToolView, 'state' | 'group' | 'connections'>): StateWords {
  const words = say.connections.state;
  // No change to a file, and no file that is put right helps.
  if (connections.some((connection) => connection.state === 'revoked')) return { text: words.revoked, tone: 'warn' };
  if (state === 'connected' && connections.some(({ past }) => past.length > 0))
    return { text: words.past, tone: 'warn' };
  if (state === 'connected' && connections.some(({ verified }) => verified === null))
    return { text: words.waits, tone: 'soft' };
  // A shell or a project is always there: that says nothing.
  if (state === 'found' && group === 'environment') return { text: words['not-connected'], tone: 'soft' };
  return { text: words[state], tone: TONES[state] };
}

/** Whose keys a tool can use, as people call them. */
export function vendorsOf({ speaks }: Pick<ToolView, 'speaks'>): string {
  const names = new Map<string, string>(PROVIDER_KINDS.map((kind) => [kind, providerName(kind)]));
  return say.connections.either(speaks.map((kind) => names.get(kind) ?? kind));
}

/** What a sub-key may do, on one line: `$1.00 a day, 20 requests a minute, 1 at a time`. */
export function limitsText(caps: readonly Cap[], policy: Policy): string {
  return say.connections.limits(caps.map(capText), policyText(policy));
}
