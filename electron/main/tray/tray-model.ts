import type { CapLevel } from '../../../shared/cap-level.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { hasNotYetStored } from '../../../shared/not-yet-stored.ts';
import type { GatewayStatus } from '../gateway/gateway-process.ts';
import { agentItems, usableKeys } from './tray-agents.ts';
import { approvalItems } from './tray-approvals.ts';
import { worstLevel } from './tray-caps.ts';
import { button, SEPARATOR, shorten, text } from './tray-items.ts';
import type { TrayItem } from './tray-items.ts';
import { words } from '../words/words.ts';

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

/** Facts that the tray shows beside the gateway's own state. */
export interface Aside {
  /** The result of a click, for the moment it is news. */
  readonly said?: string | undefined;
  /** Undefined where Purser cannot see to it: the item is left out. */
  readonly startsAtLogin?: boolean | undefined;
  /** The person once chose a vault or memory, and Purser remembers it. */
  readonly keysElsewhere?: boolean;
  /** Epoch milliseconds: what has expired counts no more. Left out, nothing has. */
  readonly now?: number;
}

/** The dialog gives the whole reason. */
const LONGEST_REASON = 90;

/** The tray for a gateway status and the last state the gateway told, if it told any. */
export function trayView(status: GatewayStatus, state: StateView | undefined, aside: Aside = {}): TrayView {
  if (status.kind === 'down') return downView(status.reason, aside);
  if (status.kind !== 'ready' || !state)
    return waitingView(status.kind === 'stopping' ? words.tray.stopping : words.tray.starting, aside);
  return servingView(state, aside);
}

function downView(reason: string, aside: Aside): TrayView {
  return {
    title: words.tray.downTitle,
    tooltip: words.tray.tooltip(words.tray.isDown),
    icon: 'down',
    items: [
      text(words.tray.down),
      text(shorten(reason.split(/(?<=\.) /)[0] ?? reason, LONGEST_REASON)),
      button(words.tray.startAgain, { kind: 'restart-gateway' }),
      SEPARATOR,
      ...appItems(aside),
    ],
  };
}

function waitingView(label: string, aside: Aside): TrayView {
  return {
    title: '',
    tooltip: words.tray.tooltip(label),
    icon: 'waiting',
    items: [text(label), SEPARATOR, ...appItems(aside)],
  };
}

function servingView(state: StateView, aside: Aside): TrayView {
  const { everythingPaused: paused, approvals } = state;
  const { tray } = words;
  const { now = 0 } = aside;
  const today = state.spentToday;
  const level = worstLevel(state, now);
  return {
    title:
      aside.said !== undefined
        ? tray.revokedTitle
        : paused
          ? tray.pausedTitle
          : approvals.length > 0
            ? tray.asksTitle(today, approvals.length)
            : tray.todayTitle(today),
    tooltip: tray.tooltip(aside.said ?? tooltipOf(today, paused, level, approvals.length)),
    icon: paused ? 'paused' : ICONS[level],
    items: [
      ...(paused ? [text(tray.paused), SEPARATOR] : []),
      ...(aside.said !== undefined ? [text(aside.said), SEPARATOR] : []),
      ...approvalItems(approvals),
      text(tray.spentToday(today)),
      ...(hasNotYetStored(state) ? [text(tray.notYetStored)] : []),
      SEPARATOR,
      ...agentItems(state, now),
      SEPARATOR,
      button(tray.connectTool, { kind: 'open-dashboard', route: { page: 'connections' } }),
      SEPARATOR,
      paused
        ? button(tray.resumeEverything, { kind: 'resume-everything' })
        : button(tray.pauseEverything, { kind: 'pause-everything' }),
      ...(usableKeys(state.keys) > 0 ? [button(tray.revokeEverything, { kind: 'revoke-everything' })] : []),
      SEPARATOR,
      ...appItems(aside),
    ],
  };
}

const ICONS = { calm: 'serving', high: 'near', full: 'capped' } as const satisfies Record<CapLevel, TrayIcon>;

/** In words what the icon says by its shape. */
function tooltipOf(today: Nanodollars, paused: boolean, level: CapLevel, waiting: number): string {
  const stands = words.tray.stands[paused ? 'paused' : level](today);
  return waiting === 0 ? stands : words.tray.waiting(stands, waiting);
}

/** Items that are there in every state of the gateway. */
function appItems({ startsAtLogin, keysElsewhere = false }: Aside): readonly TrayItem[] {
  return [
    button(words.tray.openDashboard, { kind: 'open-dashboard' }),
    ...(startsAtLogin === undefined
      ? []
      : [
          {
            kind: 'checkbox',
            label: words.tray.startAtLogin,
            checked: startsAtLogin,
            action: { kind: 'start-at-login', on: !startsAtLogin },
          } as const,
        ]),
    button(words.tray.settings, { kind: 'open-dashboard', route: { page: 'settings' } }),
    ...(keysElsewhere ? [button(words.tray.useKeychain, { kind: 'use-keychain' })] : []),
    SEPARATOR,
    button(words.tray.quit, { kind: 'quit' }),
  ];
}
