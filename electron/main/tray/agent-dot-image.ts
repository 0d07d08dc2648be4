import { nativeImage } from 'electron';
import type { NativeImage } from 'electron';
import { DOT_SIDE, drawDot } from './agent-dot.ts';
import type { AgentDot } from './agent-dot.ts';

const SCALES = [1, 2] as const;
const made = new Map<string, NativeImage>();

/** A dot as menus take it. Each is drawn once: a menu is made again with every amount. */
export function agentDotImage(dot: AgentDot, dark: boolean): NativeImage {
  const key = JSON.stringify([dot.hue, dot.hollow, dark]);
  const known = made.get(key);
  if (known) return known;
  const image = nativeImage.createEmpty();
  for (const scale of SCALES) {
    const side = DOT_SIDE * scale;
    image.addRepresentation({
      scaleFactor: scale,
      width: side,
      height: side,
      buffer: nativeImage
        .createFromBitmap(Buffer.from(drawDot(dot, dark, scale)), { width: side, height: side })
        .toPNG(),
    });
  }
  made.set(key, image);
  return image;
}
