import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { contenders } from './agents/contenders.ts';
import { reportHello, sayHello } from './agents/hello.ts';
import { reportAgents } from './agents/report-agents.ts';
import { runAgents } from './agents/run-agents.ts';
import type { AgentsRun } from './agents/run-agents.ts';
import type { Exchange } from './exchange.ts';
import { judge } from './judge.ts';
import { EARLY_MOMENTS, EARLY_STREAMS, LONG_MOMENTS, LONG_STREAMS, reportEarly } from './left/early.ts';
import { MOMENTS } from './left/play-left.ts';
import { reportLeft } from './left/report-left.ts';
import { runLeft, streamsOf } from './left/run-left.ts';
import { playRecordings } from './play-recordings.ts';
import { readRecordings } from './read-recordings.ts';
import { reportHeld } from './report-held.ts';
import { reportBills, reportChanges, reportCounts, reportMoney, reportRefusals } from './report-recordings.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';

const options = z.object({
  seed: z.int(),
  only: z.string().default(''),
  left: z.int().optional(),
  agents: z.boolean().default(false),
});

const program = new Command('replay')
  .description(
    'Plays recorded traffic of real providers through a real gateway, and holds what it does against the recordings.',
  )
  .argument('[files...]', 'recordings, one JSON document a line (.jsonl or .jsonl.zst)')
  .option('--seed <number>', 'repeats what an earlier run drew', wholeNumber, 20_261_130)
  .option(
    '--only <text>',
    'plays only what has this in its id or URL, or in the name of a model of --agents (a regular expression)',
  )
  .option('--left <number>', 'leaves at most so many of the streams in mid-air (left out: all)', wholeNumber)
  .option('--agents', 'twelve coding agents at once under caps of $1, $5 and $20 a day, and "Hi" without a limit')
  .parse();
const { seed, only, left: mostLeft = Infinity, agents } = options.parse(program.opts());
const pattern = new RegExp(only);

/** Under these caps, in dollars a day. */
const CAPS = [1, 5, 20];
/** Runs of twelve at a time: each waits half a minute where money is short. */
const RUNS_AT_ONCE = 5;

if (program.args.length > 0) {
  const all = await readRecordings(program.args);
  const exchanges = all.filter(({ id, url }) => pattern.test(id) || pattern.test(url.href));
  await onStage((stage) => playAll(stage, exchanges));
}
if (agents) await playAgents();
if (program.args.length === 0 && !agents) program.help({ error: true });

async function playAll(stage: Stage, exchanges: readonly Exchange[]): Promise<void> {
  console.log(`replay --seed ${seed}: ${exchanges.length} exchanges`);
  const played = await playRecordings(stage, exchanges, { seed });
  const judged = played.map((one) => judge(one, played));
  const parts = {
    Counts: reportCounts,
    'Refused by rule': reportRefusals,
    Costs: reportBills,
    'Changed requests': reportChanges,
    'Held against cost': reportHeld,
    Money: reportMoney,
  };
  for (const [title, report] of Object.entries(parts)) say(title, report(judged));
  if (mostLeft > 0)
    say('Left streams', reportLeft(await runLeft(stage, streamsOf(exchanges).slice(0, mostLeft), MOMENTS, seed)));
  if (mostLeft > 0)
    say(
      'Left before anything shows: ledger (bill)',
      reportEarly(await runLeft(stage, EARLY_STREAMS, EARLY_MOMENTS, seed)),
    );
  if (mostLeft > 0)
    say(
      'Long answers that are left: ledger (bill)',
      reportEarly(await runLeft(stage, LONG_STREAMS, LONG_MOMENTS, seed)),
    );
}

async function playAgents(): Promise<void> {
  await onStage(async (stage) => say('"Hi" without a limit', reportHello(await sayHello(stage))));
  const turns = contenders()
    .filter(({ name }) => pattern.test(name))
    .flatMap((contender) => CAPS.map((cap) => ({ contender, cap })));
  const places = turns.keys();
  const runs: AgentsRun[] = [];
  const lane = async (): Promise<void> => {
    for (const place of places) {
      const turn = turns[place];
      if (turn) runs[place] = await onStage((stage) => runAgents(stage, turn.contender, turn.cap));
    }
  };
  await Promise.all(Array.from({ length: RUNS_AT_ONCE }, lane));
  say('Twelve agents at once, streaming', reportAgents(runs));
}

/** Everything happens on a stage of its own; what leaked or failed is told in the end, and fails the run. */
async function onStage<T>(perform: (stage: Stage) => Promise<T>): Promise<T> {
  const stage = await openStage();
  try {
    return await perform(stage);
  } finally {
    await stage.close();
    const faults = [...stage.player.faults, ...stage.logged];
    for (const fault of faults) console.log(`FAULT: ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
}

function say(title: string, text: string): void {
  console.log(`\n## ${title}\n\n${text}`);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('That is not a whole number.');
  return number;
}
