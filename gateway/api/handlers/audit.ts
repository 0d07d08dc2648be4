import { implement } from '@orpc/server';
import { gatewayContract } from '../../../shared/contract/contract.ts';
import { carryErrors } from '../carry-errors.ts';
import type { FindEngine } from './announce.ts';

/** The calls about the audit log. */
export function implementAudit(engine: FindEngine) {
  const os = implement(gatewayContract.audit).use(carryErrors);
  return {
    verify: os.verify.handler(async ({ input }) => {
      const { ledger, seal } = engine();
      return ledger.verifyAudit({ kept: input.head, key: await seal.key() });
    }),
    export: os.export.handler(async ({ input }) => [...(await engine().ledger.auditLinks(input.after, input.limit))]),
    newest: os.newest.handler(async ({ input }) => [
      ...(await engine().ledger.newestAuditLinks(input.before ?? Number.MAX_SAFE_INTEGER, input.limit)),
    ]),
  };
}
