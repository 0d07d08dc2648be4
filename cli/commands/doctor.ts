import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { checkVariables } from '../../gateway/connections/doctor/check-variables.ts';
import { finding } from '../../gateway/connections/doctor/finding.ts';
import { TOOLS } from '../../gateway/connections/tools/tools.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import type { Diagnosis, Finding } from '../../shared/contract/connection-views.ts';
import { PurserError } from '../../shared/errors.ts';
import { action, withGlobals } from '../context.ts';
import { print } from '../output.ts';

const doctorOptions = z.object({ project: z.array(z.string()).optional(), fix: z.boolean().default(false) });

/** `purser doctor` */
export function addDoctorCommand(program: Command): void {
  withGlobals(program.command('doctor'))
    .description('find what keeps tools from spending through Purser, and keys that lie about; exit code 1 for errors')
    .option('--project <dir...>', 'project folders to look into (default: this one)')
    .option('--fix', 'put right what can be put right')
    .action(
      action(async (context, command) => {
        const { project = ['.'], fix } = doctorOptions.parse(command.opts());
        const projects = project.map((folder) => resolve(folder));
        const diagnosis = await context.ask((gateway) => examine(gateway, projects, fix)).catch((error: unknown) => withoutGateway(error, context.dataFolder));
        if (diagnosis.findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
        print(context, diagnosis, describe(diagnosis));
      }),
    );
}

async function examine(gateway: GatewayClient, projects: string[], fix: boolean): Promise<Diagnosis> {
  const first = await gateway.connections.doctor({ fix: [], projects });
  const fixable = first.findings.filter(({ canFix }) => canFix).map(({ id }) => id);
  const { findings, fixed } = fix && fixable.length > 0 ? await gateway.connections.doctor({ fix: fixable, projects }) : first;
  const shell = await examineShell(gateway);
  // Both look at variables; this shell is the one that the person can change.
  const known = new Set(shell.map(({ id }) => id));
  return { findings: [...shell, ...findings.filter(({ id }) => !known.has(id))], fixed };
}

/** The gateway does not see the shell that a tool is started from. Its variables are looked at here and go nowhere. */
async function examineShell(gateway: GatewayClient): Promise<readonly Finding[]> {
  const { url } = await gateway.status();
  const providers = (await gateway.providers.list()).map(({ name }) => name);
  const connected = (await gateway.connections.list()).flatMap(({ id, connections }) => {
    const tool = TOOLS.find((known) => known.id === id);
    return tool ? connections.map(({ files }) => ({ tool, files })) : [];
  });
  return checkVariables({ env: process.env, where: 'this shell', connected, gatewayUrl: url, providers });
}

function withoutGateway(error: unknown, dataFolder: string): Diagnosis {
  if (!(error instanceof PurserError) || error.code !== 'GATEWAY_UNREACHABLE') throw error;
  const text = `No Purser is running on ${dataFolder}: every connected tool gets "connection refused".`;
  return { fixed: [], findings: [finding({ id: 'gateway-not-running', severity: 'error', text, fix: 'Open the app, or start it with `purser serve`.' })] };
}

const SIGNS = { error: 'ERROR', warning: 'WARNING', note: 'NOTE' } as const;

function describe({ findings, fixed }: Diagnosis): string {
  const shown = findings.map(({ severity, file, line, text, fix, canFix }) => {
    const where = file === null ? '' : `${file}${line === null ? '' : `:${line}`}: `;
    return `${SIGNS[severity]}  ${where}${text}\n  ${fix}${canFix && !fix.includes('--fix') ? ' (or: purser doctor --fix)' : ''}`;
  });
  const done = fixed.map(({ text }) => `FIXED  ${text}`);
  return [...done, ...(shown.length === 0 ? ['Nothing is in the way.'] : shown)].join('\n\n');
}
