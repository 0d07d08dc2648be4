import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { growthOf, judgeSoak } from './judge.ts';
import { runSoak, WARM_UP_ROUNDS } from './run.ts';

/* `npm run soak`: half an hour of what agents do, and what of it stays behind. Ends with 1 when a promise broke. */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    streams: { type: 'string', default: '24' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
  },
});
const [minutes, streams, seed] = [Number(values.minutes), Number(values.streams), Number(values.seed)];
console.log(`soak --minutes ${minutes} --streams ${streams} --seed ${seed}`);
const facts = await runSoak({
  seed,
  streams,
  requestsARound: streams * 25,
  minutes,
  onRound: ({ sent, seconds, heapMib, residentMib, files }) =>
    console.log(
      `  ${String(sent).padStart(7)} requests, ${seconds.toFixed(0).padStart(5)} s: heap ${heapMib.toFixed(1)} MiB, ` +
        `resident ${residentMib.toFixed(0)} MiB, ${files} files open`,
    ),
});
const findings = judgeSoak(facts, { bytesARequest: 100, files: 4 });
console.log(
  `\n${growthOf(facts.rounds.slice(WARM_UP_ROUNDS)).toFixed(0)} bytes a request stay behind; ` +
    `bill $${(facts.bill / 1e9).toFixed(2)}, ledger $${(facts.ledger / 1e9).toFixed(2)}.`,
);
for (const finding of findings) console.log(finding);
process.exitCode = findings.length === 0 ? 0 : 1;
