import { agentLife } from './features/agent-life.ts';
import { agents } from './features/agents.ts';
import { subKeys } from './features/keys/sub-keys.ts';
import { approvals } from './features/approvals.ts';
import { audit } from './features/audit.ts';
import { bills } from './features/money/bills.ts';
import { bodies } from './features/bodies.ts';
import { caps } from './features/caps.ts';
import { common } from './common.ts';
import { commandLine } from './features/command-line.ts';
import { connections } from './features/connections.ts';
import { costs } from './features/costs.ts';
import { doctor } from './features/doctor.ts';
import { failures } from './failures.ts';
import { format } from './format.ts';
import { issueKey } from './features/keys/issue-key.ts';
import { mcp } from './features/mcp/mcp.ts';
import { mcpMoves } from './features/mcp/mcp-moves.ts';
import { notices } from './features/notices.ts';
import { overview } from './features/overview.ts';
import { palette } from './features/palette.ts';
import { policy } from './features/policy.ts';
import { prices } from './features/prices.ts';
import { providers } from './features/providers.ts';
import { recentRequests } from './features/recent-requests.ts';
import { refusals } from './features/refusals/refusals.ts';
import { told } from '../../../shared/told/zh/told.ts';
import { requests } from './features/requests.ts';
import { revoke } from './features/keys/revoke.ts';
import { rotateKey } from './features/keys/rotate-key.ts';
import { rules } from './rules.ts';
import { settings } from './features/settings.ts';
import { shortcuts } from './features/shortcuts.ts';
import { shell } from './shell.ts';
import { simulation } from './features/simulation.ts';
import { spendChart } from './features/spend-chart.ts';
import { ui } from './ui.ts';
import { welcome } from './features/welcome.ts';
import type { Strings } from '../say.ts';

/** Simplified Chinese, a file for each feature. */
export const zh: Strings = {
  agentLife,
  agents,
  subKeys,
  approvals,
  audit,
  bills,
  bodies,
  caps,
  common,
  commandLine,
  connections,
  costs,
  doctor,
  failures,
  format,
  issueKey,
  mcp,
  mcpMoves,
  notices,
  overview,
  palette,
  policy,
  prices,
  providers,
  recentRequests,
  refusals,
  told,
  requests,
  revoke,
  rotateKey,
  rules,
  settings,
  shell,
  shortcuts,
  simulation,
  spendChart,
  ui,
  welcome,
};
