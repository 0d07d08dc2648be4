import { PurserError } from '../../shared/errors.ts';

const OPENS = /(?:^|\s)--inspect(?:-brk|-wait|-port|-publish-uid)?(?:[=\s]|$)/;

/**
 * Refuses to serve with Node's inspector open: whoever reaches its port, other users of the machine too, reads every
 * key from memory.
 * @param env `PURSER_ALLOW_INSPECT=1` is for developers
 * @throws PurserError `INVALID_INPUT`
 */
export function refuseInspector(env: Readonly<Record<string, string | undefined>>, flags: readonly string[]): void {
  const where = flags.some((flag) => OPENS.test(flag))
    ? 'Node was started with --inspect'
    : OPENS.test(env['NODE_OPTIONS'] ?? '')
      ? 'NODE_OPTIONS has --inspect'
      : undefined;
  if (where === undefined || env['PURSER_ALLOW_INSPECT'] === '1') return;
  throw new PurserError(
    'INVALID_INPUT',
    `${where}: that opens a port through which every user of this machine could read your provider keys from memory. ` +
      `Take it away and start again, or, to debug Purser itself, set PURSER_ALLOW_INSPECT=1.`,
  );
}
