import { parse } from 'yaml';
import { z } from 'zod';

const step = z.object({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const job = z.looseObject({
  'runs-on': z.string(),
  'timeout-minutes': z.number().optional(),
  permissions: z.record(z.string(), z.string()).optional(),
  strategy: z.object({ matrix: z.object({ os: z.array(z.string()) }) }).optional(),
  environment: z.string().optional(),
  steps: z.array(step),
});
const workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: z.unknown().optional(),
  concurrency: z.unknown().optional(),
  jobs: z.record(z.string(), job),
});

export type Step = z.infer<typeof step>;
export type Job = z.infer<typeof job>;
export interface Workflow extends z.infer<typeof workflow> {
  readonly text: string;
}

export function parseWorkflow(text: string): Workflow {
  return { ...workflow.parse(parse(text)), text };
}

export function jobsOf({ jobs }: Workflow): readonly (Job & { readonly name: string })[] {
  return Object.entries(jobs).map(([name, one]) => ({ ...one, name }));
}

export function stepsOf(one: Workflow): readonly Step[] {
  return jobsOf(one).flatMap(({ steps }) => steps);
}
