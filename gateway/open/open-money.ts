import { createApprovals } from '../accounts/approvals.ts';
import type { Approvals } from '../accounts/approvals.ts';
import { createNotices } from '../accounts/notices.ts';
import type { Notices } from '../accounts/notices.ts';
import { createSettingsBook } from '../ledger/settings-book.ts';
import type { SettingsBook } from '../ledger/settings-book.ts';
import { openAccounts } from '../accounts/open-accounts.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import { createRefusedRequests } from '../accounts/refused/refused-requests.ts';
import type { RefusedRequests } from '../accounts/refused/refused-requests.ts';
import { createSettlementRetry } from '../accounts/spend/settlement-retry.ts';
import type { SettlementRetry } from '../accounts/spend/settlement-retry.ts';
import { createStopBook } from '../accounts/stop-book.ts';
import type { StopBook } from '../accounts/stop-book.ts';
import { createTokenIssuer } from '../accounts/token-issuer.ts';
import type { TokenIssuer } from '../accounts/token-issuer.ts';
import { createWatch, PAST_MS } from '../accounts/watch/watch.ts';
import type { Watch } from '../accounts/watch/watch.ts';
import type { AuditEntry } from '../audit/entry.ts';
import { createRefusalRecord } from '../audit/refusal-record.ts';
import type { RefusalRecord } from '../audit/refusal-record.ts';
import { openBodies } from '../bodies/bodies.ts';
import type { Bodies } from '../bodies/bodies.ts';
import { createWindowCalendar } from '../domain/time/windows.ts';
import type { WindowCalendar } from '../domain/time/windows.ts';
import { pauseAgent } from '../engine/keys/pause.ts';
import { explainReplaced } from '../ledger/ledger-witness.ts';
import type { GatewayConfig, GatewayDeps } from './gateway-deps.ts';
import { createExclusive } from '../platform/exclusive.ts';
import type { Exclusive } from '../platform/exclusive.ts';
import { createTaskQueue } from '../platform/task-queue.ts';
import type { TaskQueue } from '../platform/task-queue.ts';
import { createRunningRequests } from '../proxy/running/running-requests.ts';
import type { RunningRequests } from '../proxy/running/running-requests.ts';
import type { Store } from './open-store.ts';
import type { Undo } from './undo.ts';

/** The accounts, the running requests, and everything that watches over them. */
export interface Money extends Accounts {
  readonly calendar: WindowCalendar;
  readonly notices: Notices;
  readonly settings: SettingsBook;
  readonly stops: StopBook;
  readonly retry: SettlementRetry;
  readonly tokens: TokenIssuer;
  readonly refusals: RefusalRecord;
  readonly refused: RefusedRequests;
  readonly running: RunningRequests;
  readonly approvals: Approvals;
  readonly watch: Watch;
  readonly bodies: Bodies;
  /** Runs the changes of settled costs one after the other. */
  readonly corrections: TaskQueue;
  /** Guards repricing, which takes minutes. */
  readonly repricing: Exclusive;
}

/** The time that a person has to answer, in milliseconds: less than SDKs wait for a first byte. */
const APPROVAL_MS = 120_000;

/** Opens the accounts, and what watches over them, on an open ledger. */
export async function openMoney(deps: GatewayDeps, config: GatewayConfig, store: Store, undo: Undo): Promise<Money> {
  const { clock, random, log, secrets } = deps;
  const { ledger, onFault } = store;
  const changed = (): void => store.changed.emit();
  const calendar = createWindowCalendar(config.timeZone, ledger.contents.settings.weekStart);
  const notices = createNotices(changed);
  const settings = createSettingsBook(ledger, clock);
  const stops = createStopBook({ ledger, notices, clock, log, changed });
  undo.add('stops', () => stops.close().then(() => undefined));
  const retry = createSettlementRetry(ledger, log);
  const accounts = await openAccounts({ ...store, stops, retry, clock, random, calendar });
  const running = createRunningRequests(() => performance.now(), changed);
  const append = (entry: AuditEntry): Promise<void> => ledger.write([], [entry]);
  const watch = createWatch({
    ...accounts,
    capped: ledger.contents.policies.keys(),
    capLevels: () => settings.now().notifications.capLevels,
    notices,
    past: await ledger.buckets(clock.now() - PAST_MS, clock.now()),
    clock,
    timeZone: config.timeZone,
    append,
    pause: (id, reason) => pauseAgent({ ...accounts, running, stops, clock }, id, reason).then(changed),
    onFault,
  });
  store.settled.on((request) => watch.settled(request));
  const bodies = openBodies({ dataFolder: config.dataFolder, ledger, secrets, clock, random, log });
  undo.add('bodies', bodies.close);
  const refused = createRefusedRequests({
    ledger,
    clock,
    random,
    log,
    nameOf: (id) => accounts.directory.agent(id).name,
    listed: store.refusal.emit,
  });
  undo.add('refused', refused.close);
  if (store.isReplaced) tellReplaced(deps, config, notices);
  return {
    ...accounts,
    calendar,
    notices,
    settings,
    stops,
    retry,
    running,
    watch,
    bodies,
    corrections: createTaskQueue(),
    repricing: createExclusive(),
    tokens: createTokenIssuer({ ...accounts, ledger, clock }),
    refusals: createRefusalRecord(append, clock, log, changed),
    refused,
    approvals: createApprovals({
      clock,
      random,
      notices,
      onFault,
      append,
      changed,
      patienceMs: config.approvalMs ?? APPROVAL_MS,
    }),
  };
}

function tellReplaced({ clock, log }: GatewayDeps, { dataFolder }: GatewayConfig, notices: Notices): void {
  log.log('warn', 'ledger-replaced', { dataFolder });
  const said = { text: explainReplaced(dataFolder), about: { code: 'ledger-replaced', dataFolder } } as const;
  notices.add({ at: clock.now(), kind: 'ledger-replaced', agentId: null, ...said });
}
