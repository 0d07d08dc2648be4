import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { AuditList } from '../features/audit/audit-list.tsx';
import { VerifyRecord } from '../features/audit/verify.tsx';

/** The tamper-evident record of every change and refusal. */
export function AuditPage({ state }: { readonly state: StateView }): ReactNode {
  return (
    <>
      <VerifyRecord />
      <AuditList state={state} />
    </>
  );
}
