// node(no-process-env) process.env
export const home = (): string | undefined => process.env['HOME'];
