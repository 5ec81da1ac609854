// eslint(no-restricted-globals) Ask the Net port
export const drives = (): Promise<Response> =>
  globalThis.fetch('https://graph.microsoft.com/v1.0/drives');
