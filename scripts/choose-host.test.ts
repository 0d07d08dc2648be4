import { describe, expect, it } from 'vitest';
import { reasonAgainstDesktop } from './choose-host.ts';

const linux = { platform: 'linux', env: { DISPLAY: ':0' }, isRoot: false } as const;

describe('reasonAgainstDesktop', () => {
  it('has none with a display and an ordinary user', () => {
    expect(reasonAgainstDesktop(linux)).toBeUndefined();
    expect(reasonAgainstDesktop({ ...linux, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBeUndefined();
  });

  it('names the missing display before anything else', () => {
    expect(reasonAgainstDesktop({ ...linux, env: { DISPLAY: '' }, isRoot: true })).toContain('no display');
  });

  it('does not take the sandbox from root', () => {
    expect(reasonAgainstDesktop({ ...linux, isRoot: true })).toContain('root');
  });

  it('asks for no DISPLAY on macOS and Windows', () => {
    expect(reasonAgainstDesktop({ platform: 'darwin', env: {}, isRoot: false })).toBeUndefined();
    expect(reasonAgainstDesktop({ platform: 'win32', env: {}, isRoot: false })).toBeUndefined();
  });
});
