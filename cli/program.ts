import { Command } from 'commander';
import { addAgentCommands } from './commands/agent/agent.ts';
import { addApprovalCommands } from './commands/approval.ts';
import { addAuditCommands } from './commands/audit.ts';
import { addBackupCommands } from './commands/backup.ts';
import { addCapCommands } from './commands/cap/cap.ts';
import { addCommandCommands } from './commands/command.ts';
import { addCompletionCommands } from './commands/completion.ts';
import { addConnectCommand } from './commands/tools/connect.ts';
import { addConnectionsCommands } from './commands/tools/connections.ts';
import { addDashboardCommands } from './commands/dashboard.ts';
import { addDemoCommand } from './commands/demo.ts';
import { addDisconnectCommand } from './commands/tools/disconnect.ts';
import { addDoctorCommand } from './commands/tools/doctor.ts';
import { addEverythingCommands } from './commands/everything.ts';
import { addKeyCommands } from './commands/key/key.ts';
import { addMcpCommands } from './commands/mcp/mcp.ts';
import { addOpenCommand } from './commands/open.ts';
import { addPolicyCommands } from './commands/policy.ts';
import { addPriceCommands } from './commands/price/price.ts';
import { addProviderCommands } from './commands/provider/provider.ts';
import { addReconcileCommand } from './commands/usage/reconcile.ts';
import { addRunCommand } from './commands/tools/run.ts';
import { addSecretsCommands } from './commands/secrets.ts';
import { addServeCommand } from './commands/serve.ts';
import { addStatusCommand } from './commands/status.ts';
import { addTokenCommand } from './commands/token.ts';
import { addUsageCommands } from './commands/usage/usage.ts';
import { addExamples } from './help/add-examples.ts';
import { helpLooks } from './help/help-looks.ts';
import { withGlobals } from './context.ts';
import { helpOutput } from './screen/output.ts';
import { screenWidth } from './screen/screen-width.ts';
import { VERSION } from './product.ts';

/** The whole command line, by what a person comes for. */
export function createProgram(): Command {
  const program = withGlobals(new Command('purser'))
    .description('Gives every AI coding tool its own capped, revocable allowance.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({ ...helpOutput, getOutHelpWidth: screenWidth, getErrHelpWidth: screenWidth })
    .configureHelp(helpLooks)
    .enablePositionalOptions();
  const group = (title: string, ...adders: readonly ((to: Command) => void)[]): void => {
    program.commandsGroup(title);
    for (const add of adders) add(program);
  };
  group(
    'See what happens:',
    addStatusCommand,
    addUsageCommands,
    addReconcileCommand,
    addOpenCommand,
    addApprovalCommands,
    addAuditCommands,
  );
  group('Set up:', addProviderCommands, addAgentCommands, addKeyCommands, addConnectCommand, addDisconnectCommand);
  group('Tools:', addConnectionsCommands, addDoctorCommand, addRunCommand, addTokenCommand, addMcpCommands);
  group('Limits and prices:', addCapCommands, addPolicyCommands, addPriceCommands);
  group('Stop spending:', addEverythingCommands);
  group(
    'Purser itself:',
    addServeCommand,
    addDashboardCommands,
    addBackupCommands,
    addSecretsCommands,
    addDemoCommand,
    addCommandCommands,
    addCompletionCommands,
  );
  addExamples(program);
  return program;
}
