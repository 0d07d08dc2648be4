import type { CapLevel } from '../../shared/cap-level.ts';
import type { StateView } from '../../shared/contract/views.ts';
import { formatUsd } from '../../shared/money.ts';
import type { GatewayStatus } from './gateway-process.ts';
import { agentItems, usableKeys } from './tray-agents.ts';
import { approvalItems } from './tray-approvals.ts';
import { worstLevel } from './tray-caps.ts';
import { button, SEPARATOR, shorten, text } from './tray-items.ts';
import type { TrayItem } from './tray-items.ts';

/** `waiting`: the gateway starts or stops. */
export type TrayIcon = 'serving' | 'near' | 'capped' | 'paused' | 'down' | 'waiting';

/** The whole tray as a value; tray.ts draws it and knows nothing else. */
export interface TrayView {
  /** Beside the icon on macOS. */
  readonly title: string;
  readonly tooltip: string;
  readonly icon: TrayIcon;
  readonly items: readonly TrayItem[];
}

/** What the tray shows beside the gateway's own state. */
export interface Aside {
  /** The result of a click, for the moment it is news. */
  readonly said?: string | undefined;
  /** Undefined where Purser cannot see to it: the item is left out. */
  readonly startsAtLogin?: boolean | undefined;
}

/** The dialog gives the whole reason. */
const LONGEST_REASON = 90;

/** The tray for a gateway status and the last state the gateway told, if it told any. */
export function trayView(status: GatewayStatus, state: StateView | undefined, aside: Aside = {}): TrayView {
  if (status.kind === 'down') return downView(status.reason, aside);
  if (status.kind !== 'ready' || !state) return waitingView(status.kind === 'stopping' ? 'Finishing running requests…' : 'Starting…', aside);
  return servingView(state, aside);
}

function downView(reason: string, aside: Aside): TrayView {
  return {
    title: '!',
    tooltip: 'Purser: the gateway is down',
    icon: 'down',
    items: [
      text('The gateway is down'),
      text(shorten(reason.split(/(?<=\.) /)[0] ?? reason, LONGEST_REASON)),
      button('Start it again', { kind: 'restart-gateway' }),
      SEPARATOR,
      ...appItems(aside),
    ],
  };
}

function waitingView(label: string, aside: Aside): TrayView {
  return { title: '', tooltip: `Purser: ${label}`, icon: 'waiting', items: [text(label), SEPARATOR, ...appItems(aside)] };
}

function servingView(state: StateView, aside: Aside): TrayView {
  const { everythingPaused: paused, approvals } = state;
  const today = formatUsd(state.spentToday);
  const level = worstLevel(state);
  return {
    title: aside.said !== undefined ? 'revoked' : paused ? 'paused' : approvals.length > 0 ? `${today} · ${approvals.length} ${asks(approvals.length)}` : today,
    tooltip: `Purser: ${aside.said ?? tooltipOf(today, paused, level, approvals.length)}`,
    icon: paused ? 'paused' : ICONS[level],
    items: [
      ...(aside.said !== undefined ? [text(aside.said), SEPARATOR] : []),
      ...approvalItems(approvals),
      text(`${today} spent today`),
      ...(paused ? [text('Everything is paused')] : []),
      SEPARATOR,
      ...agentItems(state),
      SEPARATOR,
      button('Connect a tool…', { kind: 'open-dashboard', place: { page: 'connections' } }),
      SEPARATOR,
      paused ? button('Resume everything', { kind: 'resume-everything' }) : button('Pause everything', { kind: 'pause-everything' }),
      ...(usableKeys(state.keys) > 0 ? [button('Revoke everything…', { kind: 'revoke-everything' })] : []),
      SEPARATOR,
      ...appItems(aside),
    ],
  };
}

const ICONS = { calm: 'serving', high: 'near', full: 'capped' } as const satisfies Record<CapLevel, TrayIcon>;
const LEVEL_WORDS = { calm: '', high: '. A cap is nearly used up', full: '. A cap is used up' } as const satisfies Record<CapLevel, string>;

/** In words what the icon says by its shape. */
function tooltipOf(today: string, paused: boolean, level: CapLevel, waiting: number): string {
  const waits = waiting === 0 ? '' : `. ${waiting === 1 ? '1 request waits' : `${waiting} requests wait`} for you`;
  return (paused ? `everything is paused (${today} today)` : `${today} today${LEVEL_WORDS[level]}`) + waits;
}

function asks(count: number): string {
  return count === 1 ? 'asks' : 'ask';
}

/** What can be done whatever the gateway does. */
function appItems({ startsAtLogin }: Aside): readonly TrayItem[] {
  return [
    button('Open dashboard', { kind: 'open-dashboard' }),
    ...(startsAtLogin === undefined ? [] : [{ kind: 'checkbox', label: 'Start at login', checked: startsAtLogin, action: { kind: 'start-at-login', on: !startsAtLogin } } as const]),
    button('Settings', { kind: 'open-dashboard', place: { page: 'settings' } }),
    SEPARATOR,
    button('Quit Purser', { kind: 'quit' }),
  ];
}
