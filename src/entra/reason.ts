/** Why there is no token, in words for the operator. */

/** No token; kept apart from a Graph that cannot be reached. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  /** Entra's own number of the reason, such as AADSTS7000215, or what went wrong before it could answer. */
  readonly code: string | undefined;
  /** What the operator can do about it, if that is known. */
  readonly hint: string | undefined;

  constructor(code: string | undefined, hint: string | undefined, options?: ErrorOptions) {
    super('no token', options);
    this.code = code;
    this.hint = hint;
  }
}

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const hints: Readonly<Record<string, string>> = {
  AADSTS7000215: 'the client secret is wrong: BOT_PASSWORD takes its value, not its id',
  AADSTS7000222: 'the client secret has run out: make a new one and set BOT_PASSWORD',
  AADSTS700016: 'no app with BOT_ID in that tenant: an administrator there has to consent to it first',
  AADSTS90002: 'there is no such tenant',
  AADSTS700027: 'the certificate is not registered for the app, or has run out: BOT_CERTIFICATE_PATH',
  AADSTS70021: 'no federated credential of the app matches the token in AZURE_FEDERATED_TOKEN_FILE',
  AADSTS700213: 'no federated credential of the app matches the token in AZURE_FEDERATED_TOKEN_FILE',
  AADSTS7000112: 'the app is switched off in Entra',
  AADSTS53003: 'a Conditional Access policy keeps the app from signing in',
};

/** The error for whatever an identity library threw; an AADSTS number in it is looked up. */
export function signInError(error: unknown): SignInError {
  const words = textsOf(error).join(' ');
  const aadsts = /AADSTS\d+/.exec(words)?.[0];
  if (aadsts !== undefined) return new SignInError(aadsts, hints[aadsts], { cause: error });
  const hint = /no token within/.test(words)
    ? 'Microsoft Entra, or the host that lends the identity, does not answer'
    : undefined;
  return new SignInError(undefined, hint, { cause: error });
}

/** The messages of an error and of what caused it. */
function textsOf(error: unknown): readonly string[] {
  const texts: string[] = [];
  for (let one = error; one instanceof Error && texts.length < 8; one = one.cause) texts.push(one.message);
  return texts;
}
