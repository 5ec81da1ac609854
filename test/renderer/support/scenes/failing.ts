import type { FailureCode, RequestName } from '../../../../src/shared/ipc.ts';
import type { FakeDrivebell } from '../fake-drivebell.ts';

export function failing(fake: FakeDrivebell, name: RequestName, code: FailureCode): FakeDrivebell {
  fake.fail(name, code);
  return fake;
}
