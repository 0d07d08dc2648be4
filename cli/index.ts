// oxlint-disable-next-line import/no-unassigned-import -- what it does must be done before the other imports are
import './host/no-inspector.ts';
import { Command } from 'commander';
import { addAgentCommands } from './commands/agent.ts';
import { addApprovalCommands } from './commands/approval.ts';
import { addAuditCommands } from './commands/audit.ts';
import { addCapCommands } from './commands/cap.ts';
import { addConnectCommand } from './commands/tools/connect.ts';
import { addConnectionsCommands } from './commands/tools/connections.ts';
import { addDashboardCommands } from './commands/dashboard.ts';
import { addDemoCommand } from './commands/demo.ts';
import { addDisconnectCommand } from './commands/tools/disconnect.ts';
import { addDoctorCommand } from './commands/tools/doctor.ts';
import { addKeyCommands } from './commands/key/key.ts';
import { addPolicyCommands } from './commands/policy.ts';
import { addPriceCommands } from './commands/price/price.ts';
import { addProviderCommands } from './commands/provider/provider.ts';
import { addRunCommand } from './commands/tools/run.ts';
import { addServeCommand } from './commands/serve.ts';
import { addTokenCommand } from './commands/token.ts';
import { addUsageCommands } from './commands/usage.ts';
import { crash } from './screen/output.ts';
import { VERSION } from './product.ts';
import { parseArguments, quietForJson } from './refused-arguments.ts';

process.on('uncaughtException', crash);

const program = quietForJson(new Command('purser'))
  .description('Gives every AI coding tool its own capped, revocable allowance.')
  .version(VERSION)
  .showHelpAfterError('(see --help)')
  .enablePositionalOptions();

addServeCommand(program);
addProviderCommands(program);
addAgentCommands(program);
addKeyCommands(program);
addRunCommand(program);
addTokenCommand(program);
addUsageCommands(program);
addPriceCommands(program);
addPolicyCommands(program);
addApprovalCommands(program);
addCapCommands(program);
addConnectCommand(program);
addDisconnectCommand(program);
addConnectionsCommands(program);
addDoctorCommand(program);
addAuditCommands(program);
addDashboardCommands(program);
addDemoCommand(program);

await parseArguments(program);
