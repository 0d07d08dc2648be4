import type { AgentView, StateView } from '../../shared/contract/views.ts';
import type { AgentId } from '../../shared/ids.ts';
import { formatUsd } from '../../shared/money.ts';
import type { GatewayStatus } from './gateway-process.ts';

/** What the gateway is asked for. */
export type GatewayAction =
  | { readonly kind: 'pause-agent' | 'resume-agent'; readonly id: AgentId }
  | { readonly kind: 'pause-everything' | 'resume-everything' };

/** What a click in the tray asks for. */
export type TrayAction = GatewayAction | { readonly kind: 'revoke-everything' | 'open-dashboard' | 'restart-gateway' | 'quit' };

export type TrayItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'button'; readonly label: string; readonly action: TrayAction }
  | { readonly kind: 'checkbox'; readonly label: string; readonly checked: boolean; readonly action: TrayAction };

/** The whole tray as a value; tray.ts draws it and knows nothing else. */
export interface TrayView {
  /** Beside the icon on macOS. */
  readonly title: string;
  readonly tooltip: string;
  readonly icon: 'serving' | 'stopped';
  readonly items: readonly TrayItem[];
}

/** A menu longer than this runs off a small screen; the dashboard lists every agent. */
const MOST_AGENTS = 12;
const LONGEST_NAME = 32;
/** The dialog gives the whole reason. */
const LONGEST_REASON = 90;

const SEPARATOR: TrayItem = { kind: 'separator' };
const OPEN_AND_QUIT: readonly TrayItem[] = [
  SEPARATOR,
  { kind: 'button', label: 'Open dashboard', action: { kind: 'open-dashboard' } },
  { kind: 'button', label: 'Quit Purser', action: { kind: 'quit' } },
];

/**
 * The tray for a gateway status and the last state the gateway told, if it told any.
 * @param said the result of a click, for the moment it is news.
 */
export function trayView(status: GatewayStatus, state: StateView | undefined, said?: string): TrayView {
  if (status.kind === 'down') return downView(status.reason);
  if (status.kind !== 'ready' || !state) return waitingView(status.kind === 'stopping' ? 'Finishing running requests…' : 'Starting…');
  return servingView(state, said);
}

function downView(reason: string): TrayView {
  return {
    title: '!',
    tooltip: 'Purser: the gateway is down',
    icon: 'stopped',
    items: [
      { kind: 'text', label: 'The gateway is down' },
      { kind: 'text', label: shorten(reason.split(/(?<=\.) /)[0] ?? reason, LONGEST_REASON) },
      { kind: 'button', label: 'Start it again', action: { kind: 'restart-gateway' } },
      ...OPEN_AND_QUIT,
    ],
  };
}

function waitingView(label: string): TrayView {
  return { title: '', tooltip: `Purser: ${label}`, icon: 'stopped', items: [{ kind: 'text', label }, ...OPEN_AND_QUIT] };
}

function servingView(state: StateView, said: string | undefined): TrayView {
  const today = formatUsd(state.spentToday);
  const paused = state.everythingPaused;
  return {
    title: said !== undefined ? 'revoked' : paused ? 'paused' : today,
    tooltip: said !== undefined ? `Purser: ${said}` : paused ? `Purser: everything is paused (${today} today)` : `Purser: ${today} today`,
    icon: paused ? 'stopped' : 'serving',
    items: [
      ...(said !== undefined ? [{ kind: 'text', label: said } as const] : []),
      { kind: 'text', label: `${today} spent today` },
      ...(paused ? [{ kind: 'text', label: 'Everything is paused' } as const] : []),
      SEPARATOR,
      ...agentItems(state.agents),
      SEPARATOR,
      paused
        ? { kind: 'button', label: 'Resume everything', action: { kind: 'resume-everything' } }
        : { kind: 'button', label: 'Pause everything', action: { kind: 'pause-everything' } },
      ...(usableKeys(state) > 0 ? [{ kind: 'button', label: 'Revoke everything…', action: { kind: 'revoke-everything' } } as const] : []),
      ...OPEN_AND_QUIT,
    ],
  };
}

/** How many sub-keys are not revoked yet; paused ones count, for they can be resumed. */
export function usableKeys({ keys }: StateView): number {
  return keys.filter((key) => key.state !== 'revoked').length;
}

function agentItems(agents: readonly AgentView[]): readonly TrayItem[] {
  if (agents.length === 0) return [{ kind: 'text', label: 'No agents yet' }];
  const hidden = agents.length - MOST_AGENTS;
  return [
    ...agents.toSorted(bySpendThenName).slice(0, MOST_AGENTS).map(agentItem),
    ...(hidden > 0 ? [{ kind: 'text', label: `${hidden} more in the dashboard` } as const] : []),
  ];
}

/** A tick means "may spend": clicking a ticked agent pauses it. */
function agentItem(agent: AgentView): TrayItem {
  return {
    kind: 'checkbox',
    label: `${shorten(agent.name, LONGEST_NAME)}: ${formatUsd(agent.spentToday)}${agent.paused ? ' (paused)' : ''}`,
    checked: !agent.paused,
    action: { kind: agent.paused ? 'resume-agent' : 'pause-agent', id: agent.id },
  };
}

function bySpendThenName(left: AgentView, right: AgentView): number {
  return right.spentToday - left.spentToday || left.name.localeCompare(right.name);
}

function shorten(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
