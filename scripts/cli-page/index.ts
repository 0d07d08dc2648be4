import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../run-command.ts';
import { cliPage } from './cli-page.ts';

/** `npm run cli-page`: writes docs/cli.md. */
await writeFile(join(root, 'docs', 'cli.md'), cliPage());
