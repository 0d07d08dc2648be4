import { createHash } from 'node:crypto';
import { visibleLines } from '../../../shared/visible-text.ts';
import { checkTool } from '../../domain/mcp/check-call.ts';
import { checkTimes } from '../../domain/policy/policy.ts';
import { publicName } from '../../domain/mcp/public-name.ts';
import type { McpServerRecord, SubKeyRecord } from '../../ledger/records.ts';
import { levelsOf } from '../../proxy/admit/levels.ts';
import type { OfferedTool } from '../upstream/offered-tool.ts';
import type { McpDeps } from './mcp-deps.ts';

/** A tool that a sub-key may use, under the name that its client gets. */
export interface ListedTool {
  readonly record: McpServerRecord;
  /** As its server names it. */
  readonly tool: string;
  readonly shown: OfferedTool;
}

/**
 * The tools that a sub-key may use, as they were trusted. One that has changed since is left out until a person has
 * seen the change. A server that cannot be reached gives what is known of it.
 * @param records the servers that are asked for
 * @param isAlone true where the client talks to one server, whose tools keep their names
 */
export async function listTools(
  deps: Pick<McpDeps, 'directory' | 'limits' | 'hub' | 'trust' | 'clock' | 'timeZone' | 'log'>,
  key: SubKeyRecord,
  records: readonly McpServerRecord[],
  isAlone: boolean,
): Promise<readonly ListedTool[]> {
  const lists = await Promise.all(
    records.map(async (record) => {
      const levels = levelsOf(deps, key, record);
      // A server that is forbidden as a whole is not started.
      const isForbidden = checkTool(levels, record.name, '')?.rule === 'mcp-servers';
      const when = { now: deps.clock.now(), timeZone: deps.timeZone };
      if (isForbidden || checkTimes(levels, when)) return [];
      await deps.hub.ready(record).catch(() => deps.log.log('warn', 'mcp-server-not-reached', { server: record.name }));
      return deps.trust.tools(record.name).flatMap(({ trusted, state }) => {
        if (state !== 'trusted' || checkTool(levels, record.name, trusted.name)) return [];
        const name = isAlone ? trusted.name : publicName(record.name, trusted.name, shortNumber);
        return [{ record, tool: trusted.name, shown: { ...visible(trusted), name } }];
      });
    }),
  );
  return lists.flat();
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
