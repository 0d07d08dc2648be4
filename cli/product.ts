import { basename, dirname, join } from 'node:path';
import product from '../package.json' with { type: 'json' };

export const VERSION = product.version;

/** The name under which npm has it: `purser` alone would be somebody else's. */
export const PACKAGE_NAME = product.name;

/** The folder of the built CLI: the bundler puts this file into a chunk of its own where only late imports need it. */
const here = import.meta.dirname;
const cliFolder = basename(here) === 'chunks' ? dirname(here) : here;

/** The built dashboard beside the built CLI: `out/renderer` beside `out/cli`. */
export const DASHBOARD_FOLDER = join(cliFolder, '..', 'renderer');
