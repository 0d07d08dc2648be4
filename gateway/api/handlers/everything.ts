import { implement } from '@orpc/server';
import { gatewayContract } from '../../../shared/contract/contract.ts';
import { pauseEverything } from '../../engine/keys/pause.ts';
import { revokeKeys } from '../../engine/keys/revoke.ts';
import type { Caller } from '../caller.ts';
import { carryErrors } from '../carry-errors.ts';
import { announce } from './announce.ts';
import type { FindEngine } from './announce.ts';

/** The calls that stop everything. @param onPanic does what the panic button does besides revoking every sub-key */
export function implementEverything(engine: FindEngine, onPanic: (caller: Caller) => void) {
  const os = implement(gatewayContract.everything).$context<Caller>().use(carryErrors);
  return {
    pause: os.pause.handler(async () => {
      const stored = await pauseEverything(engine());
      return announce(engine, { everythingPaused: true, ...stored });
    }),
    revoke: os.revoke.handler(async ({ context }) => {
      onPanic(context);
      return announce(engine, await revokeKeys(engine(), engine().directory.keys(), {}, { reason: 'everything' }));
    }),
    resume: os.resume.handler(async () => {
      await engine().directory.pauseEverything(false);
      return announce(engine, { everythingPaused: false });
    }),
  };
}
