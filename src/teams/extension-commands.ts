/** The messaging extension's commands that the bot answers, by their ids in appPackage/manifest.json. */
export const extensionCommands = ['setPresence', 'setPresenceFromMessage', 'presence'] as const;
