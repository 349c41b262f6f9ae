/** Microsoft's clouds that have presence, and their addresses. */

export const cloudNames = ['public', 'gcchigh', 'dod'] as const;

export interface Cloud {
  /** Graph's root before `/v1.0`: https://learn.microsoft.com/graph/deployments */
  readonly graph: string;
  /** Where Entra gives tokens. */
  readonly authority: string;
  /** Where its people keep their files; none: bots can send no files there. */
  readonly files: readonly string[];
  /** The Bot Framework's, by the names its SDK has for them. It takes all of them or none. */
  readonly sdk: Readonly<Record<SdkAddress, string>>;
}

type SdkAddress =
  | 'ToChannelFromBotLoginUrl'
  | 'ToChannelFromBotOAuthScope'
  | 'ToBotFromChannelTokenIssuer'
  | 'OAuthUrl'
  | 'ToBotFromChannelOpenIdMetadataUrl'
  | 'ToBotFromEmulatorOpenIdMetadataUrl'
  | 'CallerId';

/** https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high */
const government = {
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us',
  ToChannelFromBotOAuthScope: 'https://api.botframework.us',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.us',
  ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  ToBotFromEmulatorOpenIdMetadataUrl:
    'https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration',
  CallerId: 'urn:botframework:azureusgov',
};

export const clouds: Readonly<Record<(typeof cloudNames)[number], Cloud>> = {
  public: {
    graph: 'https://graph.microsoft.com',
    authority: 'https://login.microsoftonline.com',
    files: ['sharepoint.com', '1drv.com'],
    sdk: {
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      ToBotFromEmulatorOpenIdMetadataUrl:
        'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
      CallerId: 'urn:botframework:azure',
    },
  },
  gcchigh: {
    graph: 'https://graph.microsoft.us',
    authority: 'https://login.microsoftonline.us',
    files: [],
    sdk: { ...government, OAuthUrl: 'https://tokengcch.botframework.azure.us' },
  },
  dod: {
    graph: 'https://dod-graph.microsoft.us',
    authority: 'https://login.microsoftonline.us',
    files: [],
    sdk: { ...government, OAuthUrl: 'https://apiDoD.botframework.azure.us' },
  },
};
