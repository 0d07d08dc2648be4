import { fetchAgentTools } from './agent-tools.ts';
import { runCommand } from './run-command.ts';

/**
 * `npm run e2e:agents`: real tools through the built Purser. Its caller wants all of them, so a missing one
 * fails.
 */
const missing = await fetchAgentTools();
for (const why of missing) console.error(`!! ${why}`);
const { code } = await runCommand('playwright', ['test', '--project=agents', ...process.argv.slice(2)]);
process.exitCode = missing.length > 0 ? 1 : (code ?? 1);
