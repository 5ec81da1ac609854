// eslint(no-restricted-globals) Unexpected use of 'fetch'
// eslint(no-restricted-globals) Unexpected use of 'WebSocket'
// eslint(no-restricted-globals) Unexpected use of 'EventSource'
// eslint(no-restricted-globals) Ask the Net port
export const drives = (): Promise<Response> => fetch('https://graph.microsoft.com/v1.0/drives');
export const sockets = [WebSocket, EventSource];
