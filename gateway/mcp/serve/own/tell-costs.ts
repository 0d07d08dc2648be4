import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { counted } from '../../../../shared/counted.ts';
import { formatUsd, ZERO, addMoney } from '../../../../shared/money.ts';
import type { SubKeyRecord } from '../../../ledger/records.ts';
import type { McpDeps } from '../mcp-deps.ts';

export const MOST_REQUESTS = 50;
const USUAL = 10;

/** The last requests of a sub-key and what they cost, in words and as values. */
export async function tellCosts(
  { ledger }: Pick<McpDeps, 'ledger'>,
  key: SubKeyRecord,
  { last = USUAL }: Readonly<Record<string, unknown>>,
) {
  if (typeof last !== 'number' || !Number.isInteger(last) || last < 1 || last > MOST_REQUESTS)
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `"last" is a whole number from 1 to ${MOST_REQUESTS}.`);
  const requests = await ledger.recentOf(key.id, last);
  const rows = requests.map((one) => ({
    at: new Date(one.startedAt).toISOString(),
    provider: one.provider,
    model: one.model,
    inputTokens: one.inputTokens,
    cachedTokens: one.cacheReadTokens,
    outputTokens: one.outputTokens,
    costUsd: one.cost / 1e9,
    /** `exact`: billed by what the provider reported; else about so much, and rather too high. */
    certainty: one.certainty,
    outcome: one.outcome,
  }));
  const total = addMoney(ZERO, ...requests.map(({ cost }) => cost));
  const lines = requests.map(
    ({ model, cost, certainty, outcome, inputTokens, outputTokens }) =>
      `${model}: ${formatUsd(cost)}${certainty === 'exact' ? '' : ' (estimated)'}, ${inputTokens} tokens in, ` +
      `${outputTokens} out, ${outcome}.`,
  );
  const first =
    rows.length === 0
      ? 'This sub-key has made no request yet.'
      : `Your last ${counted(rows.length, 'request')} cost ${formatUsd(total)}, newest first:`;
  return {
    content: [{ type: 'text' as const, text: [first, ...lines].join('\n') }],
    structuredContent: { totalUsd: total / 1e9, requests: rows },
  };
}
