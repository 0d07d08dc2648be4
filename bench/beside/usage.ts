import { readdirSync, readFileSync } from 'node:fs';

/** CPU time so far, in seconds, and memory, in MiB, of a process and all its children. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly residentMib: number;
}

/** Linux counts CPU time in hundredths of a second. Source: proc(5), sysconf(_SC_CLK_TCK). */
const TICKS = 100;

export function usageOf(pid: number): Usage {
  const all = familyOf(pid);
  return {
    cpuSeconds: all.reduce((sum, one) => sum + cpuOf(one), 0),
    residentMib: all.reduce((sum, one) => sum + residentOf(one), 0),
  };
}

function familyOf(pid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(Number(name)));
  const family = [pid];
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
}

/** The fields of /proc/PID/stat behind the name, which may hold blanks. */
function statOf(pid: number): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

const parentOf = (pid: number): number => Number(statOf(pid)[1] ?? 0);

function cpuOf(pid: number): number {
  const stat = statOf(pid);
  return (Number(stat[11] ?? 0) + Number(stat[12] ?? 0)) / TICKS;
}

function residentOf(pid: number): number {
  try {
    const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kib ?? 0) / 1024;
  } catch {
    return 0;
  }
}
