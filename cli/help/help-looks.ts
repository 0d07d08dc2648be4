import type { Command, Help, Option } from 'commander';
import { styled } from '../screen/style.ts';

/** The title above the options that every command takes. They come last. */
export const EVERYWHERE = 'Everywhere:';

/** How help looks on a terminal; the colours are taken out again where there is none. */
export const helpLooks: Partial<Help> = {
  styleTitle: (text) => styled('bold', text),
  groupItems<T extends Command | Option>(_: T[], visible: T[], titleOf: (item: T) => string): Map<string, T[]> {
    const titles = [...new Set(visible.map(titleOf))];
    const last = titles.filter((title) => title === EVERYWHERE);
    return new Map(
      [...titles.filter((title) => title !== EVERYWHERE), ...last].map((title) => [
        title,
        visible.filter((item) => titleOf(item) === title),
      ]),
    );
  },
};
