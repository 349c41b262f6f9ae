/** `what if …` goes in front of anything: the same deed, shown instead of done. */
export const whatIf = {
  name: 'what if',
  summary: 'In front of anything: shows the exact request to Microsoft Graph without sending it.',
  examples: ['what if dnd until 3pm', 'what if clear'],
} as const;
