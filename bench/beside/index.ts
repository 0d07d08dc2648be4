import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, startChild } from './child.ts';
import { CONTENDERS } from './contenders.ts';
import type { Contender } from './contenders.ts';
import { LOADS, measureLoad, measureStreams, STREAMS, warmUp } from './measure.ts';
import { isEqual, medianRow, printTable } from './table.ts';
import type { Row, RoundRow } from './table.ts';
import { startNginx } from './upstreams/nginx.ts';
import { usageOf } from './usage.ts';

/* Purser beside others, in one run: every round asks each of them the same, so that a noisy moment hits all. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    loads: { type: 'string', default: '' },
    streams: { type: 'boolean', default: true },
    json: { type: 'string' },
  },
  allowNegative: true,
});
const chosen = CONTENDERS.filter(({ name }) => isChosen(values.only, name));
const nginx = await startNginx();
const streamPort = await freePort();
const streamServer = await startChild({
  command: process.execPath,
  args: [join(import.meta.dirname, 'upstreams', 'stream-server-runner.ts'), String(streamPort)],
  port: streamPort,
});
const rows: Row[] = [];
try {
  const path = '/v1/chat/completions';
  const direct: Contender = {
    name: 'direct',
    start: ({ upstreamPort }) =>
      Promise.resolve({
        pid: upstreamPort === streamPort ? streamServer.pid : nginx.child.pid,
        stop: () => Promise.resolve(),
        target: { port: upstreamPort, path, headers: {} },
      }),
  };
  const carrier: Contender = {
    name: 'nginx',
    start: () =>
      Promise.resolve({
        pid: nginx.child.pid,
        stop: () => Promise.resolve(),
        target: { port: nginx.carries, path, headers: {} },
      }),
  };
  const all = new Map<string, RoundRow[]>();
  for (const contender of [direct, carrier, ...chosen]) all.set(contender.name, []);
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const contender of [direct, carrier, ...chosen]) {
      const row = await measure(contender, round, contender === carrier);
      all.get(contender.name)?.push(row);
      console.error(`round ${round + 1}: ${contender.name}`);
    }
  for (const [name, rounds] of all) rows.push(medianRow(name, rounds));
  console.log(printTable(rows));
  const changed = rows.filter(
    (row) => row.name.startsWith('Purser') && STREAMS.some((count) => !isEqual(rows, row, count)),
  );
  for (const { name } of changed) console.error(`${name} did not pass on every stream as it came.`);
  if (changed.length > 0) process.exitCode = 1;
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(rows, undefined, 2)}\n`);
} finally {
  await streamServer.stop();
  await nginx.child.stop();
}

async function measure(contender: Contender, round: number, isCarrier: boolean): Promise<RoundRow> {
  const served = await contender.start({ upstreamPort: nginx.answers });
  const loads: RoundRow['loads'] = {};
  let residentMib: number;
  try {
    const seconds = Number(values.seconds);
    for (const load of LOADS.filter(({ name }) => isChosen(values.loads, name)))
      loads[load.name] = await measureLoad(served, load, { seconds, round: String(round) });
    residentMib = usageOf(served.pid).residentMib;
  } finally {
    await served.stop();
  }
  const streams: RoundRow['streams'] = {};
  if (isCarrier || !values.streams) return { loads, streams, residentMib };
  const streaming = await contender.start({ upstreamPort: streamPort });
  try {
    await warmUp(streaming);
    for (const count of STREAMS) streams[count] = await measureStreams(streaming, count);
  } finally {
    await streaming.stop();
  }
  return { loads, streams, residentMib };
}

/** Every name is chosen where nothing is said. */
function isChosen(wanted: string, name: string): boolean {
  return wanted.split(',').some((part) => name.toLowerCase().includes(part.trim().toLowerCase()));
}
