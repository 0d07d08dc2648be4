import { AGENT_HUES, OTHER_HUE } from '../../../shared/agent-colors.ts';
import type { Hue } from '../../../shared/agent-colors.ts';

/** An agent's colour beside its line. The line says in words what the dot shows. */
export interface AgentDot {
  /** Of `AGENT_HUES`; undefined for the one that later agents share. */
  readonly hue: number | undefined;
  /** Only its outline: the agent may not spend. */
  readonly hollow: boolean;
}

/** As wide as a line of a menu lets a picture be, in its own pixels. */
export const DOT_SIDE = 16;
const WIDTH = 10;
const CORNER = 3;
const LINE = 2;

/**
 * Draws a dot: the rounded square that the dashboard has, in the middle of a clear one.
 * @param scale pixels of the screen per pixel. @returns four bytes a pixel, blue first, multiplied by their alpha, row
 * by row
 */
export function drawDot({ hue, hollow }: AgentDot, dark: boolean, scale: number): Uint8Array {
  const { red, green, blue } = channelsOf((hue === undefined ? undefined : AGENT_HUES[hue]) ?? OTHER_HUE, dark);
  const side = DOT_SIDE * scale;
  const bytes = new Uint8Array(side * side * 4);
  for (let pixel = 0; pixel < side * side; pixel += 1) {
    const x = (pixel % side) + 0.5;
    const y = Math.floor(pixel / side) + 0.5;
    const outside = distance(x / scale - DOT_SIDE / 2, y / scale - DOT_SIDE / 2);
    const ink = covered(outside, scale) - (hollow ? covered(outside + LINE, scale) : 0);
    bytes.set(
      [blue, green, red, 255].map((channel) => Math.round(channel * ink)),
      pixel * 4,
    );
  }
  return bytes;
}

/** How far a point lies outside of the rounded square around the origin; negative inside. */
function distance(x: number, y: number): number {
  const [over, above] = [Math.abs(x), Math.abs(y)].map((part) => part - WIDTH / 2 + CORNER);
  return (
    Math.hypot(Math.max(over ?? 0, 0), Math.max(above ?? 0, 0)) + Math.min(Math.max(over ?? 0, above ?? 0), 0) - CORNER
  );
}

/** How much of a pixel lies inside, from 0 to 1. */
function covered(outside: number, scale: number): number {
  return Math.min(1, Math.max(0, 0.5 - outside * scale));
}

function channelsOf(hue: Hue, dark: boolean): { readonly red: number; readonly green: number; readonly blue: number } {
  const number = Number.parseInt((dark ? hue.dark : hue.light).slice(1), 16);
  return { red: number >> 16, green: (number >> 8) & 255, blue: number & 255 };
}
