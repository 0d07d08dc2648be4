import { randomInt } from 'node:crypto';
import { Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { MUTANTS } from './mutants.ts';
import { judge } from './judge.ts';
import { runTorture } from './run.ts';
import { traceOf } from './trace.ts';
import { tortureTable } from './table.ts';

const options = z.object({
  seed: z.int(),
  streams: z.int(),
  requests: z.int().optional(),
  mutant: z.string().optional(),
  powerCut: z.boolean().optional(),
});

const program = new Command('torture')
  .description('Tortures a real gateway process and compares its promises with the bill of a simulated provider.')
  .option('--seed <number>', 'repeats what an earlier run drew', wholeNumber, randomInt(2 ** 31))
  .option('--streams <number>', 'how many run at once', wholeNumber, 50)
  .option('--requests <number>', 'how many in all (left out: eight for each stream)', wholeNumber)
  .option('--power-cut', 'the kill takes with it whatever was not on the disk')
  .addOption(
    new Option('--mutant <name>', 'puts a fault into the gateway, which must be found').choices([...MUTANTS.keys()]),
  )
  .parse();
const { seed, streams, requests = streams * 8, mutant, powerCut } = options.parse(program.opts());

console.log(
  `torture --seed ${seed} --streams ${streams} --requests ${requests}${powerCut === true ? ' --power-cut' : ''}` +
    (mutant === undefined ? '' : ` --mutant ${mutant}`),
);
const facts = await runTorture({
  seed,
  streams,
  requests,
  mutant,
  powerCut,
  onEvent: (text) => console.log(`  ${text}`),
});
const verdict = judge(facts);
console.log(`\n${tortureTable(facts, verdict)}`);
for (const name of verdict.suspects) console.log(`\n${traceOf(facts, name)}`);
process.exitCode = verdict.findings.length === 0 ? 0 : 1;

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError('That is not a whole number from 1 up.');
  return number;
}
