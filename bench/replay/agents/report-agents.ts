import { ratiosOf } from '../ratios.ts';
import { countBy, table, usd } from '../table.ts';
import type { AgentsRun, AgentTurn } from './run-agents.ts';

/** How many agents run at once under a cap, what is held for each, and what was done to their limits. */
export function reportAgents(runs: readonly AgentsRun[]): string {
  const head = [
    'model',
    'how it asks',
    'cap a day',
    'at once',
    'later',
    'held first',
    'at most',
    'a turn costs',
    'held / cost',
    'served',
    'cut',
    'refused',
    'limits and tools upstream',
  ];
  const rows = runs.map(({ contender, usdADay, firstAtOnce, mostAtOnce, turns, bill }) => {
    const arrived = turns.filter(({ arrivedMs }) => arrivedMs !== undefined);
    const ratio = ratiosOf(arrived.map(({ heldAtMost }) => heldAtMost / Math.max(1, bill))).median;
    return [
      contender.name,
      contender.how,
      `$${usdADay}`,
      firstAtOnce,
      mostAtOnce,
      spread(arrived.map(({ heldAtFirst }) => heldAtFirst)),
      spread(arrived.map(({ heldAtMost }) => heldAtMost)),
      usd(bill),
      Number.isNaN(ratio) ? '' : ratio.toPrecision(3),
      arrived.filter(({ whole }) => whole).length,
      arrived.filter(({ whole }) => !whole).length,
      turns.length - arrived.length,
      limitsOf(arrived),
    ];
  });
  const refusals = runs.flatMap(({ contender, usdADay, turns }) => {
    const first = turns.find(({ refusal }) => refusal !== undefined);
    return first ? [`  ${contender.name}, $${usdADay} a day: ${first.refusal ?? ''}`] : [];
  });
  const ratios = ratiosOf(
    runs.flatMap(({ turns, bill }) =>
      turns.flatMap(({ arrivedMs, heldAtMost }) => (arrivedMs === undefined ? [] : [heldAtMost / bill])),
    ),
  );
  return [
    table(head, rows),
    '',
    `Held at most / cost, all turns: median ${ratios.median.toPrecision(3)}, p95 ${ratios.p95.toPrecision(3)}`,
    'First refusals:',
    ...refusals,
  ].join('\n');
}

/** From the least to the most. */
function spread(amounts: readonly number[]): string {
  if (amounts.length === 0) return '';
  const [least, most] = [usd(Math.min(...amounts)), usd(Math.max(...amounts))];
  return least === most ? least : `${least} - ${most}`;
}

/** How many were changed, from the least to the most, and whether the row says so. */
function limitsOf(turns: readonly AgentTurn[]): string {
  const changed = turns.flatMap(({ changes, row }) =>
    changes.map(({ path, is }) => ({
      what: `${path}${row?.loweredOutput ? '' : ' (unsaid)'}`,
      limit: typeof is === 'number' ? is : undefined,
    })),
  );
  const groups = countBy(changed, ({ what }) => what).map(([what, all]) => {
    const limits = all.flatMap(({ limit }) => limit ?? []);
    const [least, most] = [Math.min(...limits), Math.max(...limits)].map((limit) => limit.toLocaleString('en-US'));
    return `${all.length} ${what}${limits.length === 0 ? '' : ` ${least === most ? least : `${least} - ${most}`}`}`;
  });
  const asAsked = turns.filter(({ changes }) => changes.length === 0).length;
  return [...(asAsked > 0 ? [`${asAsked} as asked`] : []), ...groups].join(', ');
}
