import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { judge } from './judge.ts';
import { MOMENTS } from './left/play-left.ts';
import { reportLeft } from './left/report-left.ts';
import { runLeft, streamsOf } from './left/run-left.ts';
import { playRecordings } from './play-recordings.ts';
import { readRecordings } from './read-recordings.ts';
import { reportHeld } from './report-held.ts';
import { reportBills, reportChanges, reportCounts, reportMoney, reportRefusals } from './report-recordings.ts';
import { openStage } from './stage.ts';

const options = z.object({ seed: z.int(), only: z.string().optional(), left: z.int().optional() });

const program = new Command('replay')
  .description('Plays recorded traffic of real providers through a real gateway, and holds what it does against the recordings.')
  .argument('[files...]', 'recordings, one JSON document a line (.jsonl or .jsonl.zst)')
  .option('--seed <number>', 'repeats what an earlier run drew', wholeNumber, 20_261_130)
  .option('--only <text>', 'plays only what has this in its id or URL (a regular expression)')
  .option('--left <number>', 'leaves at most so many of the streams in mid-air (left out: all)', wholeNumber)
  .parse();
const { seed, only, left: mostLeft = Infinity } = options.parse(program.opts());

const all = await readRecordings(program.args);
const pattern = new RegExp(only ?? '');
const exchanges = all.filter(({ id, url }) => pattern.test(id) || pattern.test(url.href));
console.log(`replay --seed ${seed}: ${exchanges.length} exchanges`);
const stage = await openStage();
try {
  const played = await playRecordings(stage, exchanges, { seed });
  const judged = played.map((one) => judge(one, played));
  const parts = { Counts: reportCounts, 'Refused by rule': reportRefusals, Costs: reportBills, 'Changed requests': reportChanges, 'Held against cost': reportHeld, Money: reportMoney };
  for (const [title, report] of Object.entries(parts)) console.log(`\n## ${title}\n\n${report(judged)}`);
  const left = await runLeft(stage, streamsOf(exchanges).slice(0, mostLeft), MOMENTS, seed);
  console.log(`\n## Left streams\n\n${reportLeft(left)}`);
} finally {
  await stage.close();
}
for (const fault of stage.player.faults) console.log(`FAULT: ${fault}`);

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('That is not a whole number.');
  return number;
}
