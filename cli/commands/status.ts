import type { Command } from 'commander';
import { z } from 'zod';
import type { CapView, StateView } from '../../shared/contract/views.ts';
import { windowWords } from '../../shared/cap.ts';
import { counted } from '../../shared/counted.ts';
import { PurserError } from '../../shared/errors.ts';
import { formatUsd } from '../../shared/money.ts';
import { action, withGlobals } from '../context.ts';
import { lineText } from '../line/line-text.ts';
import { printLine } from '../line/print-line.ts';
import { egressText } from '../screen/egress-text.ts';
import { print } from '../screen/output.ts';
import { pausedText } from '../screen/paused-text.ts';
import { inStyle, lines, table } from '../screen/screen-text.ts';
import type { ScreenText } from '../screen/screen-text.ts';

const optionsSchema = z.object({ line: z.boolean().default(false), format: z.string().optional() });

/** `purser status` */
export function addStatusCommand(program: Command): void {
  withGlobals(program.command('status'))
    .description('whether Purser runs, what it spends, what waits for you and what is used up')
    .option('--line', 'print one line for a prompt or a bar, and nothing else')
    .option('--format <template>', 'with --line: {today}, {left}, {pace}, {running}, {waiting} and {state}')
    .action(
      action(async (context, command) => {
        const { line, format } = optionsSchema.parse(command.opts());
        if (format !== undefined && !line)
          throw new PurserError('INVALID_INPUT', '--format is for the line: purser status --line --format TEMPLATE');
        if (line && context.json) {
          const view = await context.ask((gateway) => gateway.line());
          return print(context, view, lineText(view, format));
        }
        if (line) return printLine({ dataDir: context.dataFolder, format });
        const [state, dashboard] = await context.ask((gateway, host) =>
          Promise.all([gateway.state(), host.dashboard.address()]),
        );
        print(context, statusOf(state, dashboard.url), statusText(state, dashboard));
      }),
    );
}

/** For scripts: the gateway's own facts as ever, and what needs attention. */
function statusOf(state: StateView, dashboard: string | null): Readonly<Record<string, unknown>> {
  return {
    ...state.gateway,
    dashboard,
    everythingPaused: state.everythingPaused,
    everythingPausedAt: state.everythingPausedAt ?? null,
    spentToday: state.spentToday,
    running: runningIn(state),
    waiting: state.approvals.length,
    usedUp: usedUpIn(state).map(({ whose, cap }) => ({ whose, ...cap })),
  };
}

/** Where the dashboard is. */
interface DashboardPlace {
  readonly url: string | null;
  /** The app shows it in a window of its own. */
  readonly window: boolean;
}

function dashboardText({ url, window }: DashboardPlace): string {
  return url ?? (window ? 'the window of the app' : 'none. To have one: purser serve --ui');
}

function statusText(state: StateView, dashboard: DashboardPlace): ScreenText {
  const { gateway, approvals } = state;
  const running = runningIn(state);
  const usedUp = usedUpIn(state);
  const facts: (readonly [string, string])[] = [
    ['Purser', `${gateway.version}, process ${gateway.pid}${gateway.simulated ? ', SIMULATED' : ''}`],
    ['Gateway', gateway.url],
    ['Dashboard', dashboardText(dashboard)],
    ['Data', gateway.dataFolder],
    ['Provider keys', STORES[gateway.secretStore]],
    ['Spent today', formatUsd(state.spentToday)],
    ['Running now', running === 0 ? 'nothing' : counted(running, 'request')],
  ];
  const wait = approvals.length === 1 ? 'waits' : 'wait';
  const waiting = `${counted(approvals.length, 'request')} ${wait} for you: purser approvals`;
  return lines(
    ...pausedText(state),
    ...(approvals.length === 0 ? [] : [inStyle('yellow', waiting)]),
    table(
      [],
      facts.map(([name, value]) => [{ text: name, style: 'dim' as const }, value]),
    ),
    ...(dashboard.url === null ? [] : ['Open the dashboard: purser open']),
    ...(usedUp.length === 0 ? [] : ['', inStyle('yellow', 'Used up:'), ...usedUp.map(usedUpText)]),
    ...keyFailures(state),
    ...egressText(gateway.wayOut),
  );
}

/** Keys whose secret managers do not give them any more, with the reason. */
function keyFailures({ providers }: StateView): readonly ScreenText[] {
  return providers.flatMap(({ name, keyFrom }) =>
    keyFrom?.failure
      ? [
          inStyle(
            keyFrom.state === 'failed' ? 'red' : 'yellow',
            `Key of ${name}, from ${keyFrom.reference}: ${keyFrom.failure}${
              keyFrom.state === 'failed' ? '' : ' The key that was read before is still used.'
            }`,
          ),
        ]
      : [],
  );
}

const STORES = {
  keychain: 'in the keychain of this computer',
  vault: 'in an encrypted vault',
  memory: 'in memory, until this Purser stops',
} as const satisfies Record<StateView['gateway']['secretStore'], string>;

function runningIn({ agents }: StateView): number {
  return agents.reduce((sum, { running }) => sum + running, 0);
}

interface UsedUp {
  readonly whose: string;
  readonly cap: CapView;
}

/** Caps that let nothing more through, of whoever can still spend. */
function usedUpIn({ everything, agents, providers, keys }: StateView): readonly UsedUp[] {
  const owners = [
    { whose: 'everything', caps: everything.caps },
    ...providers.map(({ name, caps }) => ({ whose: `provider ${name}`, caps })),
    ...agents.map(({ name, caps }) => ({ whose: name, caps })),
    ...keys
      .filter(({ state }) => state !== 'revoked')
      .map(({ agent, hint, caps }) => ({ whose: `${agent} (sub-key ...${hint})`, caps })),
  ];
  return owners.flatMap(({ whose, caps }) =>
    caps.filter(({ amount, spent }) => spent >= amount).map((cap) => ({ whose, cap })),
  );
}

function usedUpText({ whose, cap }: UsedUp): string {
  const until = cap.resetsAt === null ? '' : `, until ${new Date(cap.resetsAt).toLocaleString(undefined, UNTIL)}`;
  return `  ${whose}: ${formatUsd(cap.spent)} of ${formatUsd(cap.amount)} ${windowWords(cap)}${until}`;
}

const UNTIL = { weekday: 'short', hour: '2-digit', minute: '2-digit' } as const;
