import { writeSync } from 'node:fs';
import { agentIdSchema, providerNameSchema, requestIdSchema, subKeyIdSchema } from '../../shared/ids.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { NO_USAGE } from '../domain/usage.ts';
import { openLedger } from './ledger.ts';
import { statements } from './statements.ts';

/* The child process of ledger.test.ts: reserves and settles until it is killed, and says what it was promised. */
const [folder = ''] = process.argv.slice(2);
const ledger = await openLedger(folder);
const agentId = agentIdSchema.parse('agt_000000000001');
const subKeyId = subKeyIdSchema.parse('key_000000000001');
await ledger.write([
  statements.addAgent({ id: agentId, name: 'Crasher', createdAt: 1, paused: false }),
  statements.addSubKey({
    id: subKeyId,
    agentId,
    hash: 'h',
    hint: 'hint',
    createdAt: 1,
    paused: false,
    revokedAt: null,
    rotatedAt: null,
    project: null,
  }),
]);

for (let round = 0; ; round += 1) {
  await Promise.all(
    Array.from({ length: 5 }, async (_, lane) => {
      const number = round * 5 + lane;
      const id = requestIdSchema.parse(`req_${String(number).padStart(16, '0')}`);
      const reservation = {
        id,
        subKeyId,
        agentId,
        provider: providerNameSchema.parse('openai'),
        model: 'm',
        endpoint: 'chat/completions',
        session: null,
        stream: false,
        startedAt: Date.now(),
        reserved: nanodollarsOf(1_000),
        price: '{}',
        loweredOutput: false,
      };
      await ledger.write([statements.reserve(reservation)]);
      writeSync(1, `reserved ${id}\n`);
      if (number % 3 === 0) return;
      await ledger.write(
        statements.settle(reservation, {
          settledAt: Date.now(),
          cost: nanodollarsOf(number),
          usage: NO_USAGE,
          certainty: 'exact',
          basis: 'usage',
          outcome: 'served',
          status: 200,
        }),
      );
      writeSync(1, `settled ${id}\n`);
    }),
  );
}
