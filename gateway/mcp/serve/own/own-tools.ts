import type { CallToolResult } from '@modelcontextprotocol/server';
import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import type { SubKeyRecord } from '../../../ledger/records.ts';
import type { McpDeps } from '../mcp-deps.ts';
import { tellAllowance } from './tell-allowance.ts';
import { MOST_REQUESTS, tellCosts } from './tell-costs.ts';

/** Purser's own server. It only reads, costs nothing, and tells a sub-key about itself alone. */
export const OWN_SERVER = 'purser';

type Arguments = Readonly<Record<string, unknown>>;
type Deps = Pick<McpDeps, 'spend' | 'directory' | 'limits' | 'timeZone' | 'ledger'>;

interface OwnTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly properties: Record<string, Record<string, string | number>>;
  answer(deps: Deps, key: SubKeyRecord, given: Arguments): CallToolResult | Promise<CallToolResult>;
}

const TOOLS: readonly OwnTool[] = [
  {
    name: 'allowance',
    title: 'What is left of my allowance',
    description:
      'Tells how much money you may still spend: each cap that applies to you, what is used of it, what is left, and ' +
      'when it begins anew. Reads only, costs nothing, and changes nothing.',
    properties: {},
    answer: tellAllowance,
  },
  {
    name: 'recent_costs',
    title: 'What my last requests cost',
    description:
      'Tells what your last requests and calls of tools cost, newest first, with their tokens and how they ended. ' +
      'Reads only, costs nothing, and changes nothing.',
    properties: {
      last: { type: 'integer', minimum: 1, maximum: MOST_REQUESTS, description: 'How many; 10 if left out.' },
    },
    answer: tellCosts,
  },
];

const nameOf = (name: string, isAlone: boolean): string => (isAlone ? name : `${OWN_SERVER}__${name}`);

/** The tools of Purser itself. */
export const OWN_TOOLS = (isAlone: boolean) =>
  TOOLS.map(({ name, title, description, properties }) => ({
    name: nameOf(name, isAlone),
    title,
    description,
    inputSchema: { type: 'object' as const, properties, additionalProperties: false },
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  }));

/** @returns the answer, or undefined where another server is asked */
export function answerOwn(
  deps: Deps,
  key: SubKeyRecord,
  isAlone: boolean,
  { name, arguments: given = {} }: { readonly name: string; readonly arguments?: Arguments | undefined },
) {
  const tool = TOOLS.find((one) => nameOf(one.name, isAlone) === name);
  if (tool) return tool.answer(deps, key, given);
  if (!isAlone) return undefined;
  const names = TOOLS.map((one) => one.name).join(' and ');
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Purser has the tools ${names}, and no "${name}".`);
}
