import type { Format } from './format.ts';
import { guarded } from './guarded.ts';
import { json5, jsonc, strictJson } from './json.ts';
import { toml } from './toml.ts';
import { yaml } from './yaml.ts';

export const FORMAT_IDS = ['strict-json', 'jsonc', 'json5', 'toml', 'yaml'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export const FORMATS: Readonly<Record<FormatId, Format>> = {
  'strict-json': guarded(strictJson),
  jsonc: guarded(jsonc),
  json5: guarded(json5),
  toml: guarded(toml),
  yaml: guarded(yaml),
};
