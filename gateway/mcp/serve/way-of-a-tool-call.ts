import type { CallToolResult } from '@modelcontextprotocol/server';
import { ZERO } from '../../../shared/money.ts';
import { checkCall } from '../../domain/mcp/check-call.ts';
import { needsPerson } from '../../domain/mcp/needs-person.ts';
import { qualifiedName } from '../../domain/mcp/tool-facts.ts';
import { checkEndpoints, checkStandingRules } from '../../domain/policy/policy.ts';
import { tell } from '../../domain/words/tell.ts';
import { checkFolder } from '../../proxy/admit/check-route.ts';
import { checkStanding } from '../../proxy/admit/check-standing.ts';
import { levelsOf } from '../../proxy/admit/levels.ts';
import { attribute, repositoryBehind } from '../../proxy/caller/attribute.ts';
import { sessionOf } from '../../proxy/caller/session.ts';
import { noteRefusal } from '../../proxy/refuse/note-refusal.ts';
import type { Refusal } from '../../proxy/refuse/refusal.ts';
import { refusalOfRule } from '../../proxy/refuse/refusal-of-rule.ts';
import type { KnownTool } from '../book/trust-book.ts';
import { askBeforeCall } from './ask-before-call.ts';
import { forwardCall, settleCall } from './forward-call.ts';
import { holdToolCall } from './hold-tool-call.ts';
import type { McpDeps } from './mcp-deps.ts';
import { payeeOf } from '../../domain/mcp/payee.ts';
import { endpointOf } from './endpoint-of.ts';
import { errorOfFault, errorOfInput, errorOfRefusal } from './refuse-call.ts';
import type { ToolCall } from './tool-call.ts';
import { trackCall } from './track-call.ts';
import type { TrackedCall } from './track-call.ts';

/**
 * The way of a tool call, top to bottom: the same as that of a request. Who it is was found before.
 * @returns the result as the server gave it
 * @throws ProtocolError in words, for everything else
 */
export async function callTool(deps: McpDeps, call: ToolCall): Promise<CallToolResult> {
  const tracked = trackCall(deps.running, call.key, call.signal);
  try {
    return await goOn(deps, call, tracked);
  } finally {
    tracked.done();
  }
}

async function goOn(deps: McpDeps, call: ToolCall, tracked: TrackedCall): Promise<CallToolResult> {
  const { key, record, request } = call;
  const name = qualifiedName(record.name, call.tool);
  const refuse = (refusal: Refusal): never => {
    noteRefusal(deps, refusal, {
      request,
      destination: { providerName: payeeOf(record).name, found: undefined },
      key,
      model: name,
    });
    throw errorOfRefusal(refusal);
  };

  // 1. Admit: whoever it is, the tool as it was trusted, what policies say of it and of its arguments.
  const levels = levelsOf(deps, key, payeeOf(record));
  const stop = checkStanding(deps, key) ?? (await checkFolder(deps, levels, request.socket));
  if (stop) return refuse(stop);
  await deps.hub.ready(record).catch((error: unknown) => {
    throw errorOfFault(error, record.name);
  });
  const known = deps.trust.find(record.name, call.tool);
  if (!known || known.state === 'gone') throw errorOfInput(noSuchTool(deps, call, name));
  if (known.state === 'changed') return refuse(refuseChanged(name));
  const facts = { server: record.name, tool: factsOf(known), arguments: call.arguments };
  const admit = (): Refusal | undefined => {
    if (tracked.stopped.aborted) return refuseStopped(tracked, name);
    const now = levelsOf(deps, key, payeeOf(record));
    const when = { provider: payeeOf(record).name, now: deps.clock.now(), timeZone: deps.timeZone };
    const endpoint = endpointOf(record, known.trusted);
    const rule =
      checkStandingRules(now, when) ??
      checkCall(now, facts) ??
      (endpoint === undefined ? undefined : checkEndpoints(now, endpoint));
    const against = checkStanding(deps, deps.directory.key(key.id)) ?? refusalOf(rule);
    // Its prices may be others by now; another server of the same name is another server.
    const isThere = deps.servers.find(record.name)?.createdAt === record.createdAt;
    return against ?? (isThere ? undefined : refuseGone(record.name));
  };
  const against = admit();
  if (against) return refuse(against);

  // 2. Ask a person, where the tool may destroy something or a policy says so.
  const why = needsPerson(levelsOf(deps, key, payeeOf(record)), facts);
  if (why) {
    const no = await askBeforeCall(deps, { ...call, signal: tracked.stopped }, why, admit);
    if (no) return refuse(no);
  }

  // 3. Reserve: its fixed price against every cap, all or none.
  const project = repositoryBehind(deps, key, request.socket);
  const session = sessionOf(request.headers, {}) ?? deps.sessions.of(key.agentId);
  const held = await holdToolCall(deps, { call, name, session, project, admit });
  if (!held.ok) return refuse(held.refusal);
  const { reservation } = held;
  await reservation.committed.catch(async (error: unknown) => {
    await settleCall(reservation, { cost: ZERO, basis: 'unused', outcome: 'provider-error' });
    throw errorOfFault(error, record.name);
  });
  attribute(deps, reservation.record, request.socket);
  deps.bodies.watch(reservation.record, call.body, call.response);

  // 4 and 5. Forward and settle.
  return forwardCall(deps, call, reservation, tracked);
}

function refusalOf(rule: ReturnType<typeof checkCall>): Refusal | undefined {
  return rule && refusalOfRule(rule);
}

function factsOf({ trusted: { name, annotations } }: KnownTool) {
  return { name, ...(annotations && { annotations }) };
}

function refuseChanged(tool: string): Refusal {
  return { kind: 'not-allowed', code: 'mcp-tool-changed', ...tell({ code: 'mcp-tool-changed', tool }) };
}

function refuseStopped(tracked: TrackedCall, tool: string): Refusal {
  const cut = tracked.cutBy();
  if (cut) return { kind: 'not-allowed', code: cut.code, message: cut.message };
  return { kind: 'not-allowed', code: 'stopped', ...tell({ code: 'mcp-cancelled', tool }) };
}

function refuseGone(server: string): Refusal {
  return { kind: 'not-allowed', code: 'mcp-servers', ...tell({ code: 'mcp-server-removed', server }) };
}

const MOST_NAMED = 20;

function noSuchTool(deps: McpDeps, { record, tool }: ToolCall, name: string): string {
  const there = deps.trust.tools(record.name).filter(({ state }) => state !== 'gone');
  const names = there.slice(0, MOST_NAMED).map(({ trusted }) => trusted.name);
  const more = there.length > names.length ? `, and ${there.length - names.length} more` : '';
  const has = `${names.join(', ') || 'none'}${more}`;
  return `There is no tool ${tool === '' ? 'without a name' : name}. ${record.name} has: ${has}.`;
}
