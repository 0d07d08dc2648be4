import type { ReactNode } from 'react';
import { WithCode } from '../../ui/with-code.tsx';

interface SettingRowProps {
  readonly name: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** One setting or fact: what it is on the left, what it is set to on the right. */
export function SettingRow({ name, hint, children }: SettingRowProps): ReactNode {
  return (
    <div className="setting">
      <dt>
        {name}
        {hint !== undefined && (
          <p className="faint">
            <WithCode text={hint} />
          </p>
        )}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
