import { implement } from '@orpc/server';
import { gatewayContract } from '../../../shared/contract/contract.ts';
import { issueKey, rotateKey } from '../../engine/keys/issue-key.ts';
import { lease } from '../../engine/keys/lease.ts';
import { pauseKey } from '../../engine/keys/pause.ts';
import { revokeKey, undoRevoke } from '../../engine/keys/revoke.ts';
import { takeToken } from '../../engine/keys/take-token.ts';
import { authorityOf } from '../caller.ts';
import type { Caller } from '../caller.ts';
import { carryErrors } from '../carry-errors.ts';
import { announce } from './announce.ts';
import type { FindEngine } from './announce.ts';

/** The calls about sub-keys. */
export function implementKeys(engine: FindEngine) {
  const os = implement(gatewayContract.keys).$context<Caller>().use(carryErrors);
  return {
    list: os.list.handler(() => engine().directory.keys().map(engine().views.key)),
    issue: os.issue.handler(async ({ input }) => announce(engine, await issueKey(engine(), input))),
    rename: os.rename.handler(async ({ input }) =>
      announce(engine, engine().views.key(await engine().directory.renameKey(input.id, input.name))),
    ),
    revoke: os.revoke.handler(async ({ input, context }) =>
      announce(engine, await revokeKey(engine(), input.id, authorityOf(context))),
    ),
    undoRevoke: os.undoRevoke.handler(async ({ input, context }) =>
      announce(engine, await undoRevoke(engine(), input.ids, authorityOf(context))),
    ),
    rotate: os.rotate.handler(async ({ input }) =>
      announce(engine, await rotateKey(engine(), input.id, input.graceMs)),
    ),
    token: os.token.handler(async ({ input }) => announce(engine, await takeToken(engine(), input))),
    lease: os.lease.handler(({ input, signal }) => lease(engine(), input, signal)),
    pause: os.pause.handler(async ({ input }) =>
      announce(engine, engine().views.key(await pauseKey(engine(), input.id))),
    ),
    resume: os.resume.handler(async ({ input }) =>
      announce(engine, engine().views.key(await engine().directory.pauseKey(input.id, false))),
    ),
  };
}
