import type { ReactNode } from 'react';
import type { McpServerView } from '../../../shared/mcp/mcp-views.ts';
import { useDashboard } from '../../state/live/session-context.ts';
import { policyText } from '../../state/words/policy-text.ts';
import { CapBar } from '../caps/cap-bar.tsx';

interface ServerLimitsProps {
  readonly server: McpServerView;
  readonly now: number;
}

/** Caps and rules that hold for everybody who uses a server. */
export function ServerLimits({ server: { caps, policy }, now }: ServerLimitsProps): ReactNode {
  const timeZone = useDashboard().state?.gateway.timeZone ?? 'UTC';
  const rules = policyText(policy);
  return (
    <>
      {caps.map((cap) => (
        <CapBar key={`${cap.window} ${cap.rolling}`} cap={cap} now={now} timeZone={timeZone} />
      ))}
      {rules !== '' && <p className="faint">{rules}</p>}
    </>
  );
}
