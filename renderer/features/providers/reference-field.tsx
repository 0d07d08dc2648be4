import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { Field } from '../../ui/form/field.tsx';

interface ReferenceFieldProps {
  readonly reference: string;
  onText(typed: string): void;
}

/** Asks where a secret manager has the key, for whoever keeps it there. */
export function ReferenceField({ reference, onText }: ReferenceFieldProps): ReactNode {
  return (
    <details className="form-more">
      <summary>{say.providers.fromManager}</summary>
      <div className="form">
        <Field
          label={say.providers.reference}
          value={reference}
          placeholder={say.providers.referenceExample}
          hint={say.providers.referenceHint}
          onText={onText}
        />
      </div>
    </details>
  );
}
