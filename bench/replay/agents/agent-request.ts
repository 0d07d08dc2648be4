import type { Fields } from '../dig.ts';
import { createSeeded } from '../../seeded.ts';

/** A coding agent's request: files it has read, and the tools it may call. About 50,000 tokens in 197,000 bytes. */
export interface AgentLoad {
  readonly system: string;
  readonly code: string;
  /** Name, description and parameters of each, in the words of no vendor. */
  readonly tools: readonly { readonly name: string; readonly description: string; readonly parameters: Fields }[];
}

const CODE_BYTES = 173_000;
const VERBS = [
  'read',
  'write',
  'hold',
  'settle',
  'find',
  'parse',
  'open',
  'close',
  'check',
  'count',
  'merge',
  'split',
] as const;
const NOUNS = [
  'Request',
  'Reservation',
  'Window',
  'Ledger',
  'Stream',
  'Provider',
  'Price',
  'Token',
  'Body',
  'Session',
  'Header',
  'Account',
] as const;
const TOOLS = [
  'read_file',
  'write_file',
  'edit_file',
  'list_folder',
  'search_text',
  'find_files',
  'run_command',
  'kill_command',
  'read_output',
  'fetch_page',
  'search_web',
  'ask_person',
  'plan',
  'note',
  'run_agent',
  'read_notebook',
  'edit_notebook',
  'finish',
] as const;

const REASON = 'what comes later would otherwise be counted against somebody else.';
const OUTCOME = 'and nobody else is told about it before the next request arrives.';
const WHY = 'Say in one sentence why it is needed, and stop when it fails twice. ';
const ADVICE = `Prefer it to a command of the shell. ${WHY.repeat(6)}`;

/** The same at every call. */
export function agentLoad(): AgentLoad {
  const random = createSeeded(50_000);
  const noun = (): string => random.pick(NOUNS).toLowerCase();
  const name = (): string => `${random.pick(VERBS)}${random.pick(NOUNS)}`;
  const line = (): string =>
    random.pick([
      `  const ${name()} = await ${name()}(${noun()}, { limit: ${random.between(1, 99)} });`,
      `  if (${name()}.length > ${random.between(1, 99)}) return ${name()}(deps, key);`,
      `  for (const item of ${name()}(ledger)) total += item.cost ?? 0;`,
      `  // ${random.pick(['Held', 'Read', 'Kept', 'Told'])} until the ${noun()} ends: ${REASON}`,
      `  // The ${noun()} may have changed in between, ${OUTCOME}`,
      `  throw new Error(\`no ${noun()} for \${${name()}}\`);`,
    ]);
  let code = '';
  while (code.length < CODE_BYTES) {
    const head = `export async function ${name()}(deps: Deps): Promise<void> {`;
    const lines = Array.from({ length: random.between(4, 14) }, line);
    code += [head, ...lines, '}', '', ''].join('\n');
  }
  const parameter = (): Fields => ({
    type: 'string',
    description: `The ${noun()} that is meant, as an absolute path or a name that was told before.`,
  });
  const tools = TOOLS.map((tool) => ({
    name: tool,
    description: `Does what its name says: ${tool.replaceAll('_', ' ')}. ${ADVICE}`,
    parameters: {
      type: 'object',
      properties: { path: parameter(), text: parameter(), reason: parameter(), count: { type: 'integer', minimum: 0 } },
      required: ['path', 'reason'],
      additionalProperties: false,
    },
  }));
  return { system: 'You are a coding agent. Work in small steps and say what you did. '.repeat(40), code, tools };
}
