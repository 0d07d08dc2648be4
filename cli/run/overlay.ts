import { homedir } from 'node:os';
import { PurserError } from '../../shared/errors.ts';
import { FORMATS } from '../../gateway/connections/formats/formats.ts';
import { isObject } from '../../gateway/connections/formats/json-value.ts';
import type { JsonObject } from '../../gateway/connections/formats/json-value.ts';
import { createMachinePaths } from '../../gateway/connections/files/machine-paths.ts';
import { planFile } from '../../gateway/connections/change/plan-file.ts';
import { FAMILIES } from '../../gateway/connections/tool-spec.ts';
import type { Family, ToolRoute, ToolRoutes, ToolSpec } from '../../gateway/connections/tool-spec.ts';
import type { Environment } from './child-environment.ts';

/** The config that a tool needs beside variables; it dies with the process. */
export interface Overlay {
  /** Before the person's own arguments. */
  readonly flags: readonly string[];
  readonly env: Environment;
  remove(): Promise<void>;
}

/** The parts from which an overlay is made. */
export interface OverlayInput {
  readonly routes: ToolRoutes;
  readonly key: string;
  /** The person's own. */
  readonly env: Environment;
  /** The person's own, behind the command. */
  readonly args: readonly string[];
}

export type MakeOverlay = (input: OverlayInput) => Partial<Overlay> | Promise<Partial<Overlay>>;

/** @throws PurserError `NOT_FOUND` without a provider of this family: the tool would go on with its own config */
export function routeFor(family: Family, routes: ToolRoutes, title: string): ToolRoute {
  const route = routes[family];
  if (route) return route;
  const why = `There is no provider yet that ${title} can use.`;
  throw new PurserError('NOT_FOUND', `${why} Add one: purser provider add ${family}`);
}

/**
 * The config that a connection would write for a tool, as if there were no other.
 * @throws PurserError `INVALID_INPUT` when it has to name a model, and Purser knows none of that provider
 */
export function configOf(tool: ToolSpec, { routes, key, env }: OverlayInput): JsonObject {
  const paths = createMachinePaths({ platform: process.platform, home: homedir(), env });
  const usable = withModels(tool, routes);
  const wants = tool.files?.({ paths, routes: usable, key, project: null, command: null, mcp: null });
  const want = wants?.find((file) => file.kind === 'entries');
  if (want?.kind !== 'entries') return {};
  const config = FORMATS[want.format].parse(planFile(undefined, want, 'run').after);
  return isObject(config) ? config : {};
}

/**
 * The routes that this tool can be given: it speaks the protocol, and a model of the provider is known.
 * @throws PurserError `INVALID_INPUT` where there is none
 */
export function withModels(tool: Pick<ToolSpec, 'id' | 'title' | 'speaks'>, routes: ToolRoutes): ToolRoutes {
  const hasModel = (family: Family): boolean => (routes[family]?.models.length ?? 0) > 0;
  const usable = FAMILIES.filter((family) => tool.speaks.includes(family) && hasModel(family));
  if (usable.length > 0) return Object.fromEntries(usable.map((family) => [family, routes[family]]));
  const [first = 'openai'] = tool.speaks;
  if (tool.speaks.every((family) => routes[family] === undefined)) routeFor(first, routes, tool.title);
  const why = `${tool.title} has to be given a model, and Purser cannot choose one at your providers.`;
  throw new PurserError('INVALID_INPUT', `${why} Connect it with one: purser connect ${tool.id} --model NAME`);
}
