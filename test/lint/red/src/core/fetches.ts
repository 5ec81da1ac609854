// eslint(no-restricted-globals) Ask the Net port
export const drives = (): Promise<Response> => fetch('https://graph.microsoft.com/v1.0/drives');
