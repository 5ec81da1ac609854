import { expect, it } from 'vitest';
import { redact } from '../../src/main/redact.ts';

const jwt = 'eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl';

it.each([
  ['{"authorization":"Bearer abc.def"}', '{"authorization":"Bearer …"}'],
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
])('%s', (line, safe) => {
  expect(redact(line)).toBe(safe);
});
