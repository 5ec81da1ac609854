// drivebell(one-user) src/main/commands.ts alone starts programs
import { spawn } from 'node:child_process';

export const start = (program: string): unknown => spawn(program);
