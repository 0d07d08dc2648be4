import { join } from 'node:path';
import product from '../package.json' with { type: 'json' };

export const VERSION = product.version;

/** The name under which npm has it: `purser` alone would be somebody else's. */
export const PACKAGE_NAME = product.name;

/** The built dashboard beside the built CLI: `out/renderer` beside `out/cli`. */
export const DASHBOARD_FOLDER = join(import.meta.dirname, '..', 'renderer');
