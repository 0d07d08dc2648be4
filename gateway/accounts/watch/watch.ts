import type { RequestView } from '../../../shared/contract/views.ts';
import type { AgentId, ProviderName } from '../../../shared/ids.ts';
import { addMoney, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import { createLoopDetector } from '../../domain/caps/loop-detector.ts';
import { createVelocityBrake } from '../../domain/caps/velocity-brake.ts';
import type { VelocityBrake } from '../../domain/caps/velocity-brake.ts';
import type { CapAccount } from '../../domain/caps/cap-book.ts';
import { capFact, ownerName } from '../../domain/caps/cap-fact.ts';
import { createCapWarnings, explainFull, explainWarning } from '../../domain/caps/cap-warnings.ts';
import { ROUTER } from '../../domain/model/learn-deployment.ts';
import type { BucketRow } from '../../ledger/read/read-usage.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { BUCKET_MS } from '../../ledger/statements.ts';
import type { Clock } from '../../platform/ports.ts';
import { createBillTroubles } from './bill-troubles.ts';
import type { BillTrouble } from './bill-troubles.ts';
import { createBrakes } from './brakes.ts';
import type { Directory } from '../directory.ts';
import { fingerprint } from './fingerprint.ts';
import type { Limits } from '../limits.ts';
import type { Notices } from '../notices.ts';
import type { SpendBook } from '../spend/spend-book.ts';
import { createTell } from './tell.ts';
import type { Tell } from './tell.ts';

interface WatchDeps {
  /** Every scope that may have caps now. */
  readonly capped: Iterable<PolicyScope>;
  /** Percent of a cap at which the person wants to be told. */
  readonly capLevels: () => readonly number[];
  readonly directory: Directory;
  readonly limits: Limits;
  readonly spend: SpendBook;
  readonly notices: Notices;
  /** Spending by quarter hour over the last week, oldest first: it shows what is usual for each agent. */
  readonly past: readonly BucketRow[];
  readonly clock: Clock;
  /** The person's own, for the hour at which a cap resets. */
  readonly timeZone: string;
  readonly append: (entry: AuditEntry) => Promise<void>;
  /** Pauses an agent and cuts its running requests. */
  readonly pause: (id: AgentId, reason: string) => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

/** Watches the agents: caps that fill up, unusual spending, repeated requests. */
export interface Watch {
  settled(request: RequestView): void;
  /** Takes a request as the tool sent it, before it is forwarded. */
  sent(key: SubKeyRecord, body: Buffer): void;
  /** Takes a refusal, with the cap that had no room. */
  refused(key: SubKeyRecord, account: CapAccount): void;
  /** Takes an error in a bound or in a provider's figures. The person is notified once for each case. */
  told(fault: BillTrouble): void;
  /** Takes which model a deployment has, as its reply has told. */
  learned(deployment: LearnedDeployment): void;
}

/** A deployment whose model nobody had said. */
export interface LearnedDeployment {
  readonly provider: ProviderName;
  readonly deployment: string;
  /** The model that it counts as from now on. */
  readonly model: string;
  readonly agentId: AgentId;
}

/** @see Watch */
export function createWatch(deps: WatchDeps): Watch {
  const { capped, directory, spend, past, clock, timeZone } = deps;
  const warnings = createCapWarnings(deps.capLevels);
  const velocity = createVelocityBrake();
  const loops = createLoopDetector();
  const tell = createTell(deps);
  const brakes = createBrakes({ ...deps, tell });
  for (const scope of capped) for (const account of spend.accounts(scope)) warnings.prime(account);
  primePace(velocity, past, clock.now());

  const warnOf = (request: RequestView): void => {
    const { agent, agentId } = request;
    for (const owner of spend.ownersFor({ id: request.subKeyId, agentId }, request))
      for (const account of spend.accounts(owner))
        if (warnings.check(account) !== undefined) tell('cap-warning', tellShare(account, agent), agentId);
  };
  const act = (finding: Parameters<typeof brakes.act>[0]): void => {
    if (brakes.act(finding)) loops.forget(finding.agentId);
  };
  return {
    settled(request) {
      const { agentId, subKeyId } = request;
      warnOf(request);
      const why = velocity.see(agentId, clock.now(), request.cost);
      if (why !== undefined) act({ brake: 'velocity', agentId, key: scopeOf('key', subKeyId), why });
    },
    refused({ agentId }, account) {
      if (!warnings.refuse(account)) return;
      const agent = directory.agent(agentId).name;
      const text = explainFull(whoseCap(account.owner, agent), account, timeZone);
      tell('cap-warning', { text, about: { code: 'cap-full', cap: capFact(account, agent) } }, agentId);
    },
    told: createBillTroubles(tell),
    learned: ({ agentId, ...learned }) =>
      deps.notices.add({
        at: clock.now(),
        kind: 'prices',
        agentId,
        provider: learned.provider,
        text: explainLearned(learned),
      }),
    sent({ id, agentId }, body) {
      const finding = { brake: 'loop', agentId, key: scopeOf('key', id) } as const;
      if (brakes.isOff(finding)) return;
      const why = loops.see(agentId, fingerprint(body), clock.now());
      if (why !== undefined) act({ ...finding, why });
    },
  };
}

/** The name may have come from an agent. */
function explainLearned({ provider, deployment, model }: Omit<LearnedDeployment, 'agentId'>): string {
  const begin =
    model === ROUTER
      ? `The deployment "${deployment}" at ${provider} answers with several models, so it counts as ${model}: the ` +
        `dearest of them is held, and the one that answers is billed.`
      : `The deployment "${deployment}" at ${provider} answers with ${model}, and has its price from now on.`;
  return `${begin} If that is wrong: \`purser provider set ${provider} --deployment ${deployment}=MODEL\``;
}

function tellShare(account: CapAccount, agent: string): Parameters<Tell>[1] {
  const text = explainWarning(whoseCap(account.owner, agent), account);
  return { text, about: { code: 'cap-share', cap: capFact(account, agent) } };
}

/** The owner of a cap, as the beginning of a sentence. */
function whoseCap(scope: string, agent: string): string {
  return ownerName(scope, agent) ?? 'Everything together';
}

/** The length of an agent's own past, in milliseconds. */
export const PAST_MS = 7 * 86_400_000;

/** Tells the brake what was usual before this start. The running quarter hour is left out, because it is not over. */
function primePace(velocity: VelocityBrake, past: readonly BucketRow[], now: number): void {
  // In one quarter hour, an agent has a row for each sub-key, provider and model.
  const sums = new Map<
    string,
    { readonly agent: AgentId; readonly from: number; readonly cost: Nanodollars; readonly requests: number }
  >();
  for (const { agentId, bucket, cost, requests } of past) {
    if (bucket + BUCKET_MS > now) continue;
    const name = `${bucket} ${agentId}`;
    const before = sums.get(name);
    sums.set(name, {
      agent: agentId,
      from: bucket,
      cost: addMoney(before?.cost ?? ZERO, cost),
      requests: (before?.requests ?? 0) + requests,
    });
  }
  for (const { agent, ...sum } of sums.values()) velocity.prime(agent, { ...sum, lengthMs: BUCKET_MS });
}
