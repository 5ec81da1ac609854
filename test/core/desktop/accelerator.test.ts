import { expect, it } from 'vitest';
import { isAccelerator } from '../../../src/core/desktop/accelerator.ts';

it.each([
  'Control+Alt+D',
  'CommandOrControl+Shift+7',
  'Super+Space',
  'Alt+F4',
  'F12',
  'Shift+F12',
  'Control+PageDown',
])('%s can be watched for', (keys) => {
  expect(isAccelerator(keys)).toBe(true);
});

it.each([
  '',
  'D',
  'Shift+D',
  'Control',
  'Control+',
  'Control+Control+D',
  'Control+d',
  'Control+DD',
  'Control+F25',
  'Strg+D',
  'D+Control',
  'Control+Alt+D+E',
  'Control+Ä',
])('%s cannot', (keys) => {
  expect(isAccelerator(keys)).toBe(false);
});
