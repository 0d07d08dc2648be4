import { z } from 'zod';
import { sourceSettingsSchema } from '../../../shared/key-source/source-settings.ts';
import type { SourceSettings } from '../../../shared/key-source/source-settings.ts';
import type { Connection } from '../../platform/connection.ts';

const settingsRow = z.object({
  value: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(sourceSettingsSchema),
});

/** Secret managers, as the person has set them up; each is a row of the settings. */
export async function readSources(connection: Connection): Promise<readonly SourceSettings[]> {
  const rows = await connection.all("SELECT value FROM settings WHERE name LIKE 'key-source:%' ORDER BY name");
  return z
    .array(settingsRow)
    .parse(rows)
    .map(({ value }) => value);
}

/** The name of its row. */
export function sourceRow(kind: SourceSettings['kind']): string {
  return `key-source:${kind}`;
}
