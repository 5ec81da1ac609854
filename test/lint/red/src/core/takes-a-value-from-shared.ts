// eslint(no-restricted-imports) core takes only types from shared
import { changeKinds } from '../shared/activity.ts';

export const count = changeKinds.length;
