// The bot in Azure: a managed identity, a web app that runs as it, a PostgreSQL that it signs in to with it, and an
// Azure Bot with the Teams channel.
//
// One thing is not in here. Setting presence needs the application permission Presence.ReadWrite.All on Microsoft
// Graph, and only an administrator of Microsoft Entra ID may grant it (Privileged Role Administrator). Once, after the
// first deployment, with BOT_IDENTITY_PRINCIPAL_ID from the outputs:
//
//   graph=$(az ad sp show --id 00000003-0000-0000-c000-000000000000 --query id --output tsv)
//   role=$(az ad sp show --id 00000003-0000-0000-c000-000000000000 --output tsv \
//     --query "appRoles[?value=='Presence.ReadWrite.All'].id")
//   az rest --method POST --headers Content-Type=application/json \
//     --url "https://graph.microsoft.com/v1.0/servicePrincipals/$BOT_IDENTITY_PRINCIPAL_ID/appRoleAssignments" \
//     --body "{\"principalId\":\"$BOT_IDENTITY_PRINCIPAL_ID\",\"resourceId\":\"$graph\",\"appRoleId\":\"$role\"}"
//
// For CALENDAR=application the same with 'Calendars.ReadBasic.All'; docs/calendar.md tells how to confine it to some
// mailboxes instead.
//
// A token that the bot already has does not know of it: restart the web app afterwards.

@minLength(4)
@maxLength(20)
@description('All resources are named after it. The web app takes it for its host name, so it is unique in Azure.')
param resourceBaseName string

@maxLength(42)
@description('What the bot is called in Azure; Teams shows the name in its manifest.')
param botDisplayName string

@description('The App Service plan. B1 is the smallest that is always on, which a bot has to be.')
param webAppSku string

param location string = resourceGroup().location

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: resourceBaseName
  location: location
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: resourceBaseName
  location: location
  kind: 'linux'
  sku: {
    name: webAppSku
    // Each person's order and what the bot remembers are kept in one process.
    capacity: 1
  }
  properties: {
    reserved: true // Linux
  }
}

module database 'database.bicep' = {
  name: '${resourceBaseName}-database'
  params: {
    name: toLower(resourceBaseName)
    location: location
    principalId: identity.properties.principalId
    principalName: identity.name
  }
}

resource webApp 'Microsoft.Web/sites@2023-12-01' = {
  name: resourceBaseName
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      // Without npm between, so that SIGTERM reaches the bot and turns under way can end.
      appCommandLine: 'node --max-semi-space-size=16 --no-parallel-scavenge --no-maglev-destroy-on-background --expose-gc index.mjs'
      alwaysOn: true
      healthCheckPath: '/healthz'
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      http20Enabled: true
      appSettings: [
        // docs/operations.md, Memory.
        { name: 'MALLOC_ARENA_MAX', value: '1' }
        { name: 'MALLOC_MMAP_THRESHOLD_', value: '32768' }
        { name: 'MALLOC_TRIM_THRESHOLD_', value: '131072' }
        // App Service itself sets PORT.
        { name: 'APP_ENV', value: 'production' }
        { name: 'HOST', value: '0.0.0.0' }
        { name: 'BOT_ID', value: identity.properties.clientId }
        { name: 'BOT_TYPE', value: 'UserAssignedMSI' }
        { name: 'BOT_TENANT_ID', value: identity.properties.tenantId }
        // Not a folder: the app runs from a package, which cannot be written, and /home is a network drive, where the
        // embedded store must not be.
        { name: 'DATABASE_URL', value: 'postgres://${identity.name}@${database.outputs.host}:5432/presence' }
        { name: 'DATABASE_AUTH', value: 'entra' }
        // What was deployed is complete: it runs from the zip and nothing is installed there.
        { name: 'WEBSITE_RUN_FROM_PACKAGE', value: '1' }
        { name: 'SCM_DO_BUILD_DURING_DEPLOYMENT', value: 'false' }
      ]
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: resourceBaseName
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0' // Teams is a standard channel: its messages are free of charge.
  }
  properties: {
    displayName: botDisplayName
    endpoint: 'https://${webApp.properties.defaultHostName}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: identity.properties.tenantId
    msaAppMSIResourceId: identity.id
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
  }
}

// The toolkit keeps these in the environment's file.
output BOT_ID string = identity.properties.clientId
output BOT_TENANT_ID string = identity.properties.tenantId
output BOT_IDENTITY_PRINCIPAL_ID string = identity.properties.principalId
output BOT_DOMAIN string = webApp.properties.defaultHostName
output BOT_AZURE_APP_SERVICE_RESOURCE_ID string = webApp.id
