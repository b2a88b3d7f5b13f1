import { describe, expect, it } from 'vitest';
import { idleScreen, pixels } from '../../../src/sandbox/look/screen-views.ts';

const bitmap = (width: number) => ({ width, height: 1, rows: ['#'.repeat(width)] });

describe('a picture on the screen', () => {
  it('is made smaller where it is wider than the screen', () => {
    expect(String(pixels(bitmap(84), 'x'))).toContain('class="pixels"');
    expect(String(pixels(bitmap(85), 'x'))).toContain('class="pixels wide"');
  });
});

describe('the idle screen', () => {
  it('is as large as a phone has it, and larger for a larger logo', () => {
    expect(String(idleScreen(bitmap(72)))).toContain('viewBox="0 0 84 48"');
    expect(String(idleScreen(bitmap(101)))).toContain('viewBox="0 0 113 48"');
  });

  it('shows the logo in its middle', () => {
    expect(String(idleScreen(bitmap(72)))).toContain(
      '<g transform="translate(6 20)"><path d="M0 0h72v1h-72z"/></g>',
    );
  });
});
