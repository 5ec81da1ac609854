// eslint(no-restricted-imports) The window knows shared only
import { fakeApi } from '../../test/renderer/fake-api.ts';

export const api = fakeApi;
