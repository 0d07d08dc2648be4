import { runCommand } from './run-command.ts';
import { CHECKS } from './static-checks.ts';

/** Every check that needs no build, one line each; what a failed one said stands above its line. */
for (const { name, command, args } of CHECKS) {
  const { code, output, seconds } = await runCommand(command, args, { keep: true });
  if (code !== 0) {
    console.log(`\n${output.trim()}\n`);
    process.exitCode = 1;
  }
  console.log(`${code === 0 ? ' ok ' : 'FAIL'}  ${name}  ${seconds.toFixed(1)} s`);
}
