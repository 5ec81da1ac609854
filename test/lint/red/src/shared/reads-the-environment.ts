// node(no-process-env) process.env
export const home = process.env['HOME'];
