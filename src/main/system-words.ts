import { release } from 'node:os';

/** What the app runs on: "linux 6.12 x64, Electron 45.4.1, Chromium 150.0, Node 24.21.0". */
export function systemWords(): string {
  const { platform, arch, versions } = process;
  const { electron, chrome, node } = versions;
  return `${platform} ${release()} ${arch}, Electron ${electron}, Chromium ${chrome}, Node ${node}`;
}
