import { readFileSync } from 'node:fs';
import { run } from './run.ts';

/**
 * The places under a folder where something is mounted, deepest first: the order in which they are taken off.
 * @param mountinfo text of /proc/self/mountinfo
 */
export function mountsBelow(mountinfo: string, folder: string): readonly string[] {
  return (
    mountinfo
      .split('\n')
      .flatMap((line) => line.split(' ')[4] ?? [])
      // A blank, a tab or a backslash in a path is written as its octal number.
      .map((path) =>
        path.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
      )
      .filter((path) => path.startsWith(`${folder}/`))
      .toSorted((left, right) => right.length - left.length)
  );
}

function mountsNow(folder: string): readonly string[] {
  return mountsBelow(readFileSync('/proc/self/mountinfo', 'utf8'), folder);
}

/**
 * Removes the machine. Nothing is mounted there that anybody but it could see; all the same this looks, takes off what
 * is there, and removes nothing when something stays.
 * @returns why it is still there, undefined when it is gone
 */
export async function removeMachine(folder: string): Promise<string | undefined> {
  // Also after Ctrl-C: hence without `run`'s stopping.
  for (const mount of mountsNow(folder)) await run(['umount', mount], { show: false, evenIfStopped: true });
  const left = mountsNow(folder);
  if (left.length > 0)
    return `${left.join(', ')} is mounted in ${folder}. Run umount for it, then: ${removeCommand(folder)}`;
  const removed = await run(['rm', '-rf', '--one-file-system', '--', folder], { show: false, evenIfStopped: true });
  return removed.code === 0 ? undefined : `${folder} could not be removed: ${removed.output.trim()}`;
}

/** For a person: does not follow a mount either. */
export function removeCommand(folder: string): string {
  return `rm -rf --one-file-system ${folder}`;
}
