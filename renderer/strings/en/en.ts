import { caps } from './caps.ts';
import { common } from './common.ts';
import { format } from './format.ts';
import { overview } from './overview.ts';
import { providers } from './providers.ts';
import { recentRequests } from './recent-requests.ts';
import { revoke } from './revoke.ts';
import { rules } from './rules.ts';
import { shell } from './shell.ts';
import { spendChart } from './spend-chart.ts';

/** English, a file for each feature. */
export const en = { caps, common, format, overview, providers, recentRequests, revoke, rules, shell, spendChart };
