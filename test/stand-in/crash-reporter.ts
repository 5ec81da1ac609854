import { loud } from './strict.ts';

const parameters = new Map<string, string>();

/** Nothing is ever reported. */
export const crashReporter = loud('crashReporter', {
  start: (_options: object) => {},
  getLastCrashReport: () => null,
  getUploadedReports: () => [],
  getUploadToServer: () => false,
  setUploadToServer: (_upload: boolean) => {},
  addExtraParameter: (key: string, value: string) => {
    parameters.set(key, value);
  },
  removeExtraParameter: (key: string) => {
    parameters.delete(key);
  },
  getParameters: () => Object.fromEntries(parameters),
});
