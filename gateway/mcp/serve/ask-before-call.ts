import { ZERO } from '../../../shared/money.ts';
import { quotedName, visibleLines } from '../../../shared/visible-text.ts';
import type { WhyAsk } from '../../domain/mcp/needs-person.ts';
import { qualifiedName } from '../../domain/mcp/tool-facts.ts';
import { tell } from '../../domain/words/tell.ts';
import type { Refusal } from '../../proxy/refuse/refusal.ts';
import type { McpDeps } from './mcp-deps.ts';
import { payeeOf } from '../../domain/mcp/payee.ts';
import type { ToolCall } from './tool-call.ts';

/** A person reads it before deciding; what is behind that, nobody reads. */
const MOST_LETTERS = 4_000;
/** So often the client hears that its call waits, in milliseconds; many give up on one that says nothing for a minute. */
const PATIENCE_MS = 10_000;

/**
 * Waits until a person allows a call. No answer in time means no.
 * @param admit what forbids the call by then, whatever the person says
 */
export async function askBeforeCall(
  { approvals, directory }: Pick<McpDeps, 'approvals' | 'directory'>,
  { key, record, tool, arguments: given, signal, onProgress }: ToolCall,
  why: WhyAsk,
  admit: () => Refusal | undefined,
): Promise<Refusal | undefined> {
  const name = qualifiedName(record.name, tool);
  if (!approvals.mayAsk(key.id)) return no(name, 'too-many');
  const agent = directory.agent(key.agentId).name;
  const question = approvals.ask({
    agentId: key.agentId,
    subKeyId: key.id,
    agent,
    provider: payeeOf(record).name,
    model: name,
    needed: ZERO,
    account: undefined,
    reason: `${agent} wants to call ${quotedName(name)}, ${WHY[why.because]}`,
    call: { server: record.name, tool, arguments: shown(given), mayDestroy: why.mayDestroy },
  });
  const patience = onProgress && setInterval(beat(onProgress, name), PATIENCE_MS);
  const gone = new Promise<'gone'>((resolve) => {
    if (signal.aborted) return resolve('gone');
    return signal.addEventListener('abort', () => resolve('gone'), { once: true });
  });
  try {
    const answer = await Promise.race([question.answered, gone]);
    if (answer === 'allow-once' || answer === 'allow-always') return admit();
    return (answer === 'gone' ? admit() : undefined) ?? no(name, SAID[answer]);
  } finally {
    clearInterval(patience);
    question.withdraw();
  }
}

const WHY = {
  policy: 'and a policy says to ask first.',
  'may-destroy': 'which may change or delete something.',
} as const;

const SAID = { deny: 'no', 'raise-today': 'no', nobody: 'nobody', gone: 'gone' } as const;

function no(tool: string, answer: 'no' | 'nobody' | 'gone' | 'too-many'): Refusal {
  return { kind: 'not-allowed', code: 'mcp-on-call', ...tell({ code: 'mcp-asked', tool, answer }) };
}

function beat(onProgress: NonNullable<ToolCall['onProgress']>, name: string): () => void {
  let beats = 0;
  return () => onProgress({ progress: (beats += 1), message: `${name} waits for a person, in Purser.` });
}

function shown(given: ToolCall['arguments']): string {
  const text = visibleLines(JSON.stringify(given, null, 2));
  return text.length <= MOST_LETTERS
    ? text
    : `${text.slice(0, MOST_LETTERS)}\n… ${text.length - MOST_LETTERS} more characters`;
}
