import { expect, it } from 'vitest';
import { addressOf } from '../../../src/core/webhook/address.ts';

it.each([
  ['https://bell.example.com/drivebell', '/drivebell'],
  ['  https://bell.example.com:8443/a/b?key=1 ', '/a/b'],
  ['https://bell.example.com', '/'],
  ['https://93.184.216.34/hook', '/hook'],
  ['https://[2606:2800:220:1::1]/hook', '/hook'],
  ['https://172.32.0.1/hook', '/hook'],
  ['https://fritz.box.example.com/hook', '/hook'],
  ['https://bücher.example.com/hook', '/hook'],
])('%s is kept as it is typed', (typed, path) => {
  expect(addressOf(typed, false)).toEqual({ url: typed.trim(), path });
});

it.each([
  '',
  'bell.example.com',
  'http://bell.example.com/hook',
  'ftp://bell.example.com/hook',
  'https://ada@bell.example.com/hook',
  'https://ada:secret@bell.example.com/hook',
  'https://bell.example.com/hook#',
  'https://bell.example.com/hook#part',
  'https://bell.example.com/ho ok',
  'https://bell.example.com/\u0007',
  'https:\\\\bell.example.com\\hook',
  'https:bell.example.com/hook',
  'https://bell.example.com\\hook',
  'https://bell.example.com:0/hook',
  'https://bell.example.com/\u202Ehook',
  'https://..com/hook',
  'https://bell..example.com/hook',
  'https://bell.onion/hook',
  'https://bell.fritz.box/hook',
  'https://bell.corp/hook',
  'https://192.0.2.1/hook',
  'https://198.18.0.1/hook',
  'https://255.255.255.255/hook',
  'https://[2001:db8::1]/hook',
  'https://localhost/hook',
  'https://localhost./hook',
  'https://bell.localhost/hook',
  'https://bell.local/hook',
  'https://printer/hook',
  'https://127.0.0.1/hook',
  'https://2130706433/hook',
  'https://0.0.0.0/hook',
  'https://10.1.2.3/hook',
  'https://172.16.0.1/hook',
  'https://192.168.0.1/hook',
  'https://169.254.1.1/hook',
  'https://100.64.0.1/hook',
  'https://224.0.0.1/hook',
  'https://[::1]/hook',
  'https://[::ffff:127.0.0.1]/hook',
  'https://[fe80::1]/hook',
  'https://[fd00::1]/hook',
  `https://bell.example.com/${'x'.repeat(1000)}`,
  'http://127.0.0.1:8765/hook',
])('%s is none that Microsoft could reach', (typed) => {
  expect(addressOf(typed, false)).toBeNull();
});

it('a stand-in on this computer reaches this computer, and no other without https', () => {
  expect(addressOf('http://127.0.0.1:8765/hook', true)?.path).toBe('/hook');
  expect(addressOf('http://bell.example.com/hook', true)).toBeNull();
  expect(addressOf('https://localhost/hook', true)).toBeNull();
});
