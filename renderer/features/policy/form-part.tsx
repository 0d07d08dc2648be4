import type { ReactNode } from 'react';
import type { PolicyDraft } from './draft.ts';

/** The draft, and the way to change it. */
export interface FieldsProps {
  readonly draft: PolicyDraft;
  onChange(changes: Partial<PolicyDraft>): void;
}

/** A part of the form, open when it says something. */
export function Part({
  title,
  says,
  children,
}: {
  readonly title: string;
  readonly says: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <details className="form-more policy-part" open={says}>
      <summary>{title}</summary>
      <div className="form">{children}</div>
    </details>
  );
}
