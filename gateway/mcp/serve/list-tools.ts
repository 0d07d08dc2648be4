import { createHash } from 'node:crypto';
import { visibleLines } from '../../../shared/visible-text.ts';
import { checkTool } from '../../domain/mcp/check-call.ts';
import { checkStandingRules } from '../../domain/policy/policy.ts';
import { publicName } from '../../domain/mcp/public-name.ts';
import type { McpServerRecord, SubKeyRecord } from '../../ledger/records.ts';
import { within } from '../../platform/within.ts';
import { levelsOf } from '../../proxy/admit/levels.ts';
import type { OfferedTool } from '../upstream/offered-tool.ts';
import type { McpDeps } from './mcp-deps.ts';
import { payeeOf } from '../../domain/mcp/payee.ts';

/** A tool that a sub-key may use, under the name that its client gets. */
export interface ListedTool {
  readonly record: McpServerRecord;
  /** As its server names it. */
  readonly tool: string;
  readonly shown: OfferedTool;
}

/** A server that has to be loaded first is listed by what is known of it, and has its new tools the next time. */
const LIST_MS = 15_000;

/**
 * The tools that a sub-key may use, as they were trusted, after each of their servers was reached. One that has changed
 * since is left out until a person has seen the change. A server that cannot be reached gives what is known of it.
 * @param records the servers that are asked for
 * @param isAlone true where the client talks to one server, whose tools keep their names
 */
export async function listTools(
  deps: KnownDeps & Pick<McpDeps, 'hub' | 'log'>,
  key: SubKeyRecord,
  records: readonly McpServerRecord[],
  isAlone: boolean,
): Promise<readonly ListedTool[]> {
  await Promise.all(
    records.map(async (record) => {
      // A server that is forbidden as a whole is not started.
      if (isForbidden(deps, key, record)) return;
      const notReached = (): void => deps.log.log('warn', 'mcp-server-not-reached', { server: record.name });
      await within(LIST_MS, deps.hub.ready(record).catch(notReached), notReached);
    }),
  );
  return knownTools(deps, key, records, isAlone);
}

type KnownDeps = Pick<McpDeps, 'directory' | 'limits' | 'trust' | 'clock' | 'timeZone'>;

/** The same of what is known already: no server is reached. */
export function knownTools(
  deps: KnownDeps,
  key: SubKeyRecord,
  records: readonly McpServerRecord[],
  isAlone: boolean,
): readonly ListedTool[] {
  return records.flatMap((record) => {
    if (isForbidden(deps, key, record)) return [];
    const levels = levelsOf(deps, key, payeeOf(record));
    return deps.trust.tools(record.name).flatMap(({ trusted, state }) => {
      if (state !== 'trusted' || checkTool(levels, record.name, trusted.name)) return [];
      const name = isAlone ? trusted.name : publicName(record.name, trusted.name, shortNumber);
      return [{ record, tool: trusted.name, shown: { ...visible(trusted), name } }];
    });
  });
}

function isForbidden(deps: KnownDeps, key: SubKeyRecord, record: McpServerRecord): boolean {
  const levels = levelsOf(deps, key, payeeOf(record));
  const when = { provider: payeeOf(record).name, now: deps.clock.now(), timeZone: deps.timeZone };
  return checkTool(levels, record.name, '')?.rule === 'mcp-servers' || checkStandingRules(levels, when) !== undefined;
}

/** A model reads what a person does not see: hidden letters are written out for both. */
function visible(tool: OfferedTool): OfferedTool {
  return {
    ...tool,
    ...(tool.title !== undefined && { title: visibleLines(tool.title) }),
    ...(tool.description !== undefined && { description: visibleLines(tool.description) }),
  };
}

const NUMBER_LETTERS = 6;

function shortNumber(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, NUMBER_LETTERS);
}
