// drivebell(one-user) Ask the Net port
export * from 'node:tls';
