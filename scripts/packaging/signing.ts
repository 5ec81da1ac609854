type Environment = Readonly<Record<string, string | undefined>>;

/** What this system's packages are signed with. */
export type Signing =
  | { readonly kind: 'none' }
  | { readonly kind: 'apple'; readonly apiKey: string }
  | { readonly kind: 'certificate' }
  | { readonly kind: 'azure'; readonly options: AzureOptions };

interface AzureOptions {
  readonly publisherName: string;
  readonly endpoint: string;
  readonly codeSigningAccountName: string;
  readonly certificateProfileName: string;
}

const apple = [
  'CSC_LINK',
  'CSC_KEY_PASSWORD',
  'APPLE_API_KEY',
  'APPLE_API_KEY_ID',
  'APPLE_API_ISSUER',
];
const certificate = ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'];
const azure = [
  'AZURE_TENANT_ID',
  'AZURE_CLIENT_ID',
  'AZURE_CLIENT_SECRET',
  'AZURE_SIGNING_ENDPOINT',
  'AZURE_SIGNING_ACCOUNT',
  'AZURE_SIGNING_PROFILE',
  'AZURE_SIGNING_PUBLISHER',
];
const namesOf: Readonly<Record<Signing['kind'], readonly string[]>> = {
  none: [],
  apple,
  certificate,
  azure,
};

/** Half of what signing takes is a mistake, and no reason to release without. */
export function signingOf(platform: NodeJS.Platform, environment: Environment): Signing {
  if (platform === 'darwin' && hasAll(apple, environment)) {
    return { kind: 'apple', apiKey: environment['APPLE_API_KEY'] ?? '' };
  }
  if (platform !== 'win32') return { kind: 'none' };
  if (hasAll(azure, environment)) {
    return {
      kind: 'azure',
      options: {
        publisherName: environment['AZURE_SIGNING_PUBLISHER'] ?? '',
        endpoint: environment['AZURE_SIGNING_ENDPOINT'] ?? '',
        codeSigningAccountName: environment['AZURE_SIGNING_ACCOUNT'] ?? '',
        certificateProfileName: environment['AZURE_SIGNING_PROFILE'] ?? '',
      },
    };
  }
  return { kind: hasAll(certificate, environment) ? 'certificate' : 'none' };
}

function hasAll(names: readonly string[], environment: Environment): boolean {
  const missing = names.filter((name) => !environment[name]);
  if (missing.length === names.length) return false;
  if (missing.length > 0) throw new Error(`To sign, these lack: ${missing.join(', ')}.`);
  return true;
}

/** electron-builder signs with whatever it finds: on Windows with Apple's certificate, or with a secret that does not exist and reads as empty. */
export function otherSecrets({ kind }: Signing, environment: Environment): readonly string[] {
  const all = Object.values(namesOf).flat();
  return all.filter((name) => name in environment && !namesOf[kind].includes(name));
}
