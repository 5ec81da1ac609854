// eslint(no-restricted-imports) Shipped code does not know the tests
import { startSimulator } from '../../test/simulator/simulator.ts';

export const start = startSimulator;
