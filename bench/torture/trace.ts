import type { TortureFacts } from './run.ts';

/** Every request of one sub-key, as the client and the provider saw it, and every row the ledger has for it. */
export function traceOf({ requests, keys, ledgerRows }: TortureFacts, name: string): string {
  const key = keys.find(({ plan }) => plan.name === name);
  const mine = requests
    .filter(({ plan }) => plan.key.name === name)
    .toSorted((left, right) => left.sentAt - right.sentAt);
  const rows = ledgerRows.filter((row) => row.subKeyId === key?.view.id).toReversed();
  return [
    `trace of ${name}: what the clients and the provider saw, then the ledger`,
    ...mine.map(({ plan, kind, status, bytes, bill, sentAt, endedAt, metKill }) => {
      const { marker, dialect, model, stream, choices, promptBytes, maxTokens, cached, script, abort } = plan;
      const ended =
        `${kind}${metKill ? ' (kill)' : ''} ${status ?? '-'} after ${bytes} ` +
        `bytes, ${(endedAt - sentAt).toFixed(0)} ms`;
      return (
        `  ${marker.padEnd(10)} ` +
        `bill ${bill}  ${ended}  ` +
        JSON.stringify({
          dialect,
          model,
          stream,
          choices,
          promptBytes,
          maxTokens,
          cached,
          abort,
          ...script,
          words: script.words?.length,
        })
      );
    }),
    ...rows.map(
      (row) =>
        `  ledger     cost ${row.cost}  ${row.outcome} ${row.certainty} ${row.status ?? '-'}  ${row.model}  ` +
        `in ${row.inputTokens} out ${row.outputTokens}  ${row.settledAt - row.startedAt} ms`,
    ),
  ].join('\n');
}
