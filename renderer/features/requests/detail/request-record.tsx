import type { ReactNode } from 'react';
import type { RequestDetail } from '../../../../shared/contract/usage-views.ts';
import { momentText } from '../../../state/time-and-money/format.ts';
import { numberText } from '../../../state/time-and-money/number-text.ts';
import { useDashboard } from '../../../state/live/session-context.ts';
import { say } from '../../../strings/say.ts';
import { WithCode } from '../../../ui/with-code.tsx';
import { recordText } from '../../audit/record-text.ts';

interface RequestRecordProps {
  readonly audit: RequestDetail['audit'];
  readonly timeZone: string;
  readonly now: number;
}

/** Entries of the audit log around the end of a request that was not simply served. */
export function RequestRecord({ audit, timeZone, now }: RequestRecordProps): ReactNode {
  const { state } = useDashboard();
  if (state === undefined) return null;
  return (
    <>
      <h2>{say.requests.record}</h2>
      <ul className="detail-record">
        {audit.map(({ seq, at, text }) => (
          <li key={seq}>
            <span>
              <WithCode text={recordText(text, state)} />
            </span>{' '}
            <span className="faint number">{say.requests.entry(momentText(at, now, timeZone), numberText(seq))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
