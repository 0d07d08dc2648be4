import { join } from 'node:path';
import { presentRuntime } from '../../scripts/electron-runtime.ts';

export const root = join(import.meta.dirname, '..', '..');

/** An Electron to test with, or why no desktop test can run. */
export type Runtime = { readonly executable: string } | { readonly missing: string };

/** A runtime that is on this machine already; fetching one is the test script's job. */
export function findRuntime(): Runtime {
  const runtime = presentRuntime();
  if (runtime.found) return { executable: runtime.executable };
  const why = process.env['PURSER_ELECTRON_MISSING'] ?? runtime.why;
  return { missing: `NO ELECTRON RUNTIME, so no desktop test ran: ${why}` };
}
