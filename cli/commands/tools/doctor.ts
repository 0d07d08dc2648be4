import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { checkVariables } from '../../../gateway/connections/doctor/check-variables.ts';
import { checkWayOut } from '../../../gateway/connections/doctor/check-way-out.ts';
import { finding } from '../../../gateway/connections/doctor/finding.ts';
import { TOOLS } from '../../../gateway/connections/tools/tools.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { Diagnosis, DoctorAct, Finding } from '../../../shared/contract/connection-views.ts';
import { PurserError } from '../../../shared/errors.ts';
import { action, withGlobals } from '../../context.ts';
import { print } from '../../screen/output.ts';
import { lines, paragraphs } from '../../screen/screen-text.ts';
import type { ScreenText } from '../../screen/screen-text.ts';
import { checkKey } from './check-key.ts';
import { commandFor } from './doctor-act.ts';

const doctorOptions = z.object({
  project: z.array(z.string()).optional(),
  fix: z.boolean().default(false),
  import: z.array(z.string()).default([]),
});

/** `purser doctor` */
export function addDoctorCommand(program: Command): void {
  withGlobals(program.command('doctor'))
    .description(
      'find what keeps tools from spending through Purser, and keys left in plain text; exit code 1 for errors',
    )
    .option('--project <dir...>', 'project folders to check (default: this one)')
    .option('--fix', 'fix what can be fixed; never takes a key out of a project')
    .option('--import <file...>', 'move the keys in these project files into Purser: only if they are your own')
    .action(
      action(async (context, command) => {
        const { project = ['.'], fix, import: named } = doctorOptions.parse(command.opts());
        const importFrom = named.map((file) => resolve(file));
        const projects = [
          ...new Set([...project.map((folder) => resolve(folder)), ...importFrom.map((file) => dirname(file))]),
        ];
        const diagnosis = await context
          .ask((gateway) => examine(gateway, { projects, fix, importFrom }), 'Looking at your tools and projects')
          .catch((error: unknown) => withoutGateway(error, context.dataFolder));
        if (diagnosis.findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
        print(context, diagnosis, describe(diagnosis));
      }),
    );
}

interface DoctorOptions {
  readonly projects: string[];
  readonly fix: boolean;
  /** Files whose keys are the person's own. */
  readonly importFrom: string[];
}

async function examine(gateway: GatewayClient, { projects, fix, importFrom }: DoctorOptions): Promise<Diagnosis> {
  const first = await gateway.connections.doctor({ projects });
  const missing = importFrom.find(
    (file) => !first.findings.some(({ acts }) => acts.some((act) => act.kind === 'move-key' && act.file === file)),
  );
  if (missing !== undefined)
    throw new PurserError(
      'NOT_FOUND',
      `There is no key in ${missing} that Purser could move. \`purser doctor\` lists what it finds.`,
    );
  const wanted = first.findings
    .filter(({ acts }) => acts.some((act) => isWanted(act, fix, importFrom)))
    .map(({ id }) => id);
  const { findings, fixed } =
    wanted.length > 0 ? await gateway.connections.doctor({ fix: wanted, importFrom, projects }) : first;
  const shell = await examineShell(gateway);
  // Both look at variables; this shell is the one that the person can change.
  const known = new Set(shell.map(({ id }) => id));
  return { findings: [...shell, ...findings.filter(({ id }) => !known.has(id))], fixed };
}

function isWanted(act: DoctorAct, fix: boolean, importFrom: readonly string[]): boolean {
  if (act.kind === 'move-key' && act.asks) return importFrom.includes(act.file);
  return fix && (act.kind === 'move-key' || act.kind === 'put-right' || act.kind === 'keep-proxies-off');
}

/** The gateway does not see the shell that a tool is started from. Its variables are looked at here and go nowhere. */
async function examineShell(gateway: GatewayClient): Promise<readonly Finding[]> {
  const { url, wayOut } = await gateway.status();
  const listed = await gateway.providers.list();
  const providers = listed.map(({ name }) => name);
  const connected = (await gateway.connections.list()).flatMap(({ id, connections }) => {
    const tool = TOOLS.find((known) => known.id === id);
    return tool ? connections.map(({ files }) => ({ tool, files })) : [];
  });
  const scene = { env: process.env, where: 'this shell' };
  return [
    ...checkVariables({ ...scene, connected, gatewayUrl: url, providers }),
    ...listed.flatMap(checkKey),
    ...(wayOut ? checkWayOut({ ...scene, wayOut }) : []),
  ];
}

function withoutGateway(error: unknown, dataFolder: string): Diagnosis {
  if (!(error instanceof PurserError) || error.code !== 'GATEWAY_UNREACHABLE') throw error;
  const text = `No Purser is running on ${dataFolder}: every connected tool gets "connection refused".`;
  return {
    fixed: [],
    findings: [
      finding({
        id: 'gateway-not-running',
        severity: 'error',
        text,
        byHand: 'Open the app, or start it with `purser serve`.',
      }),
    ],
  };
}

const SIGNS = { error: 'ERROR', warning: 'WARNING', note: 'NOTE' } as const;

function describe({ findings, fixed }: Diagnosis): ScreenText {
  const shown = findings.map(({ severity, file, line, text, byHand, acts }) => {
    const where = file === null ? '' : `${file}${line === null ? '' : `:${line}`}: `;
    return lines(
      `${SIGNS[severity]}  ${where}${text}`,
      ...[...(byHand === null ? [] : [byHand]), ...acts.map(commandFor)].map((what) => `  ${what}`),
    );
  });
  const done = fixed.map(({ text }) => `FIXED  ${text}`);
  return paragraphs(...done, ...(shown.length === 0 ? ['No problems found.'] : shown));
}
