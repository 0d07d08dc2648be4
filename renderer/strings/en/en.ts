import { agents } from './agents.ts';
import { approvals } from './approvals.ts';
import { audit } from './audit.ts';
import { bodies } from './bodies.ts';
import { caps } from './caps.ts';
import { common } from './common.ts';
import { connections } from './connections.ts';
import { doctor } from './doctor.ts';
import { failures } from './failures.ts';
import { format } from './format.ts';
import { issueKey } from './issue-key.ts';
import { notices } from './notices.ts';
import { overview } from './overview.ts';
import { palette } from './palette.ts';
import { policy } from './policy.ts';
import { prices } from './prices.ts';
import { providers } from './providers.ts';
import { recentRequests } from './recent-requests.ts';
import { requests } from './requests.ts';
import { revoke } from './revoke.ts';
import { rotateKey } from './rotate-key.ts';
import { rules } from './rules.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { simulation } from './simulation.ts';
import { spendChart } from './spend-chart.ts';
import { ui } from './ui.ts';
import { welcome } from './welcome.ts';

/** English, a file for each feature. */
export const en = {
  agents,
  approvals,
  audit,
  bodies,
  caps,
  common,
  connections,
  doctor,
  failures,
  format,
  issueKey,
  notices,
  overview,
  palette,
  policy,
  prices,
  providers,
  recentRequests,
  requests,
  revoke,
  rotateKey,
  rules,
  settings,
  shell,
  simulation,
  spendChart,
  ui,
  welcome,
};
