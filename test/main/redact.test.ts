import { expect, it } from 'vitest';
import { redact } from '../../src/main/redact.ts';

const jwt = 'eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl';

it.each([
  ['{"authorization":"Bearer abc.def","n":1}', '{"authorization":"…","n":1}'],
  ['got Bearer abc.def here', 'got Bearer … here'],
  [`token ${jwt} here`, 'token [token] here'],
  [
    'at https://eu1-0.pushnp.svc.ms/notifications?token=a end',
    'at https://eu1-0.pushnp.svc.ms/… end',
  ],
  ['wss://a.svc.ms/socket.io/?EIO=4&token=a', 'wss://a.svc.ms/…'],
  ['"https://contoso.sharepoint.com/Shared/Salaries.xlsx"', '"https://contoso.sharepoint.com/…"'],
  ['from ada.l+x@contoso.co.uk now', 'from [address] now'],
  ['refresh_token=0.AXo&code=M.C5&state=x', 'refresh_token=…&code=…&state=…'],
  ['snthgk=1ff3', 'snthgk=…'],
  ['info app started {"version":"0.1.0","n":3}', 'info app started {"version":"0.1.0","n":3}'],
  ['code":"itemNotFound"', 'code":"itemNotFound"'],
  ['{"access_token":"opaque","expires_in":3599}', '{"access_token":"…","expires_in":3599}'],
  ['{"Refresh_Token": "0.AXo"}', '{"Refresh_Token":"…"}'],
  ['{"id_token":"a","client_info":"b"}', '{"id_token":"…","client_info":"…"}'],
  ['{"secret":"a","state":"b"}', '{"secret":"…","state":"…"}'],
  ['{"device_code":"DAQAB","user_code":"ABCD1234"}', '{"device_code":"…","user_code":"…"}'],
  ['{"deviceCode":"DAQAB","userCode":"AB"}', '{"deviceCode":"…","userCode":"…"}'],
  ['{"password":"two words","n":1}', '{"password":"…","n":1}'],
  [String.raw`{"password":"a\\b\"c d","n":1}`, '{"password":"…","n":1}'],
  [
    String.raw`{"body":"{\"password\":\"a\\\"b\",\"n\":1}"}`,
    String.raw`{"body":"{\"password\":\"…\",\"n\":1}"}`,
  ],
  ['{"password":"cut off', '{"password":"…'],
  [String.raw`password="a\"b c" next`, 'password=…" next'],
  ['{"Proxy-Authorization":"Basic dXNl","n":1}', '{"Proxy-Authorization":"…","n":1}'],
  ['Authorization: Digest username="ada", response="6629"', 'Authorization: …'],
  ['jwe eyJh.b-c.d_e.f.g here', 'jwe [token] here'],
  ['{"password":""}', '{"password":"…"}'],
  [
    String.raw`{"body":"{\"code\":\"a.b\",\"n\":1}"}`,
    String.raw`{"body":"{\"code\":\"…\",\"n\":1}"}`,
  ],
  ['tempauth=v1.eyJ&sig=a%2Fb&authkey=!AbC', 'tempauth=…&sig=…&authkey=…'],
  ['grant_type=device_code&device_code=DAQAB', 'grant_type=device_code&device_code=…'],
  ['user_code: ABCD1234 expires', 'user_code: … expires'],
  ['password="two words" next', 'password=…" next'],
  ['code = 0.AX next', 'code = … next'],
  ['x;code=0.AX;state=y', 'x;code=…'],
  ['body%3Fcode%3D0.AX&n=1', 'body%3Fcode%3D…&n=1'],
  ['a%26refresh_token%3D0.AX z', 'a%26refresh_token%3D… z'],
  ['a%2526code%253D0.AX z', 'a%2526code%253D… z'],
  ['Authorization: Basic dXNlcjpwYXNz', 'Authorization: …'],
  ['proxy-authorization: Negotiate YII, more', 'proxy-authorization: …'],
  [
    String.raw`{"headers":"{\"Authorization\":\"Basic dXNl\"}"}`,
    String.raw`{"headers":"{\"Authorization\":\"…\"}"}`,
  ],
  [`rt 0.${'AXoA'.repeat(9)}.Bg end`, 'rt [token] end'],
  [`rt 1.${'AXoA'.repeat(9)}-_x end`, 'rt [token] end'],
  ['rt M.C507_BAY.0.U.-Cg!x*y$$ end', 'rt [token] end'],
  ['rt M.R3_BAY.-CQ!abcdefgh end', 'rt [token] end'],
  ['at /home/ada/.config/Drivebell', 'at /home/…/.config/Drivebell'],
  ['{"path":"/Users/ada/Library"}', '{"path":"/Users/…/Library"}'],
  [String.raw`{"path":"C:\\Users\\ada\\AppData"}`, String.raw`{"path":"C:\\Users\\…\\AppData"}`],
])('%s', (line, safe) => {
  expect(redact(line)).toBe(safe);
});

it.each([
  '2026-11-21T22:48:40.123Z info app/watch/w-1 read {"ms":12,"from":"0.1.0","why":"TypeError ENOTFOUND"}',
  'warn app/secret secret-kept {"backend":"gnome_libsecret"}',
  'warn tokens-not-read {"why":"backend-changed"}',
  'electron 45.4.1 at M.C3, 0.A1 and 1.0.A-b',
  'error_code=5 statecode=7 {"errorCode":"invalid_grant","httpStatus":400}',
  'device-code flow, password store, unauthorized',
])('leaves what is none: %s', (line) => {
  expect(redact(line)).toBe(line);
});
