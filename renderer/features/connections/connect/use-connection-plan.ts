import { useCallback, useMemo } from 'react';
import type { ConnectionPlan, ToolView } from '../../../../shared/contract/connection-views.ts';
import type { GatewayClient } from '../../../../shared/contract/contract.ts';
import { useRead } from '../../../state/live/use-read.ts';

type PlanInput = Parameters<GatewayClient['connections']['plan']>[0];

interface PlanRead {
  /** The call's input, as `connect` takes it too. */
  readonly wanted: PlanInput;
  /** Undefined while it is not known, or cannot be made. */
  readonly change: ConnectionPlan | undefined;
  /** Says when the tool notices the change. */
  readonly reload: string;
  readonly problem: string | undefined;
  refetch(): void;
}

interface PlanChoice {
  /** The tool asks a command for its sub-key, instead of reading a file. */
  readonly asks: boolean;
  /** With an entry for the MCP servers in Purser; undefined: as is usual. */
  readonly mcp: boolean | undefined;
}

/**
 * Reads the change that connecting the tool comes to. A tool that is connected per project waits for the folder.
 */
export function useConnectionPlan(tool: ToolView, project: string, { asks, mcp }: PlanChoice): PlanRead {
  const isWaiting = tool.scope === 'project' && project === '';
  const wanted = useMemo<PlanInput>(
    () => ({ tool: tool.id, ...(project !== '' && { project }), keyFrom: asks ? 'command' : 'file', mcp }),
    [tool.id, project, asks, mcp],
  );
  const plan = useRead(
    useCallback(
      async (gateway: GatewayClient): Promise<ConnectionPlan | undefined> =>
        isWaiting ? undefined : gateway.connections.plan(wanted),
      [wanted, isWaiting],
    ),
  );
  return {
    wanted,
    // A plan that failed has no change to show; the one before it was for something else.
    change: plan.problem === undefined ? plan.data : undefined,
    reload: plan.data?.reload ?? tool.reload,
    problem: plan.problem,
    refetch: plan.refetch,
  };
}
