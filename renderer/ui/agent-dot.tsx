import type { ReactNode } from 'react';

/** An agent's color. Its name always stands beside it. */
export function AgentDot({ color }: { readonly color: string | undefined }): ReactNode {
  return (
    <svg className="agent-dot" viewBox="0 0 10 10" aria-hidden="true">
      <rect width="10" height="10" rx="3" fill={color ?? 'var(--agent-other)'} />
    </svg>
  );
}
