import type { AgentId, SubKeyId } from '../../../shared/ids.ts';
import type { NotYetStored } from '../../../shared/not-yet-stored.ts';
import { EVERYTHING } from '../../../shared/policy.ts';
import type { AgentRecord, SubKeyRecord } from '../../ledger/records.ts';
import type { CutReason, RunningRequests } from '../../proxy/running/running-requests.ts';
import type { Engine } from '../engine.ts';
import { notYetStored, recordCut } from './record-cut.ts';
import type { About } from './record-cut.ts';

type PauseDeps = Pick<Engine, 'directory' | 'running' | 'stops' | 'clock'>;

/** The running requests that a pause reaches, and what their clients get as a reason. */
interface Reach {
  readonly which: Parameters<RunningRequests['cut']>[0];
  readonly reason: CutReason;
  readonly about: About;
}

/** Refuses new requests at once, cuts running ones, and then waits for the ledger. */
async function stopWhile<T>(deps: PauseDeps, { which, reason, about }: Reach, written: Promise<T>): Promise<T> {
  const [result, cut] = await Promise.all([written, deps.running.cut(which, reason)]);
  await recordCut(deps, cut, about);
  return result;
}

/** Finds the running requests of an agent, those that it began as an agent that is part of it included. */
function isOf(directory: PauseDeps['directory'], id: AgentId): Reach['which'] {
  const ids = new Set(directory.idsOf(id));
  return ({ agentId }) => ids.has(agentId);
}

/** Refuses an agent's requests, cuts those that run, and takes it out of the way. @throws PurserError `NOT_FOUND` */
export function archiveAgent(deps: PauseDeps, id: AgentId): Promise<AgentRecord> {
  const { directory } = deps;
  const message = `${directory.agent(id).name} was archived in Purser.`;
  const reach = {
    which: isOf(directory, id),
    reason: { code: 'agent-archived', message },
    about: { agentId: id },
  } as const;
  return stopWhile(deps, reach, directory.archiveAgent(id, true));
}

/** @param because the reason, when Purser itself pauses the agent */
export function pauseAgent(deps: PauseDeps, id: AgentId, because?: string): Promise<AgentRecord> {
  const { directory } = deps;
  const message = `${directory.agent(id).name} was paused in Purser${because === undefined ? '' : `: ${because}`}.`;
  const reach = {
    which: isOf(directory, id),
    reason: { code: 'agent-paused', message },
    about: { agentId: id },
  } as const;
  return stopWhile(deps, reach, directory.pauseAgent(id, true, because));
}

export function pauseKey(deps: PauseDeps, id: SubKeyId): Promise<SubKeyRecord> {
  const { agentId } = deps.directory.key(id);
  const reach = {
    which: (request: { readonly subKeyId: SubKeyId }) => request.subKeyId === id,
    reason: { code: 'sub-key-paused', message: 'This sub-key was paused in Purser.' },
    about: { agentId, subKeyId: id },
  } as const;
  return stopWhile(deps, reach, deps.directory.pauseKey(id, true));
}

export async function pauseEverything(deps: PauseDeps): Promise<NotYetStored> {
  const reach = {
    which: () => true,
    reason: { code: 'everything-paused', message: 'Everything was paused in Purser.' },
    about: {},
  } as const;
  await stopWhile(deps, reach, deps.directory.pauseEverything(true));
  return notYetStored(deps, [EVERYTHING]);
}
