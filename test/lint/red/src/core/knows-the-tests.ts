// eslint(no-restricted-imports) Shipped code does not know the tests
import { fakeClock } from '../../test/support/clock.ts';

export const clock = fakeClock();
