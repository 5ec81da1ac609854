// drivebell(one-user) Ask the Net port
import { connect } from 'node:net';

export const line = (): unknown => connect(443);
