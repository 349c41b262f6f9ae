/**
 * The colours of Teams: text and surfaces as it shows them now; good, warning and attention as Microsoft's published
 * host configurations for Teams have them, unreadable as some of them are on their background.
 * https://github.com/microsoft/AdaptiveCards/tree/main/samples/HostConfig
 */
export const colours = {
  light: {
    scheme: 'light',
    page: '#f5f5f5',
    card: '#ffffff',
    emphasis: '#f9f8f7',
    line: '#d1d1d1',
    text: '#242424',
    subtle: '#bf242424',
    quiet: '#616161',
    accent: ['#6264a7', '#8b8cc7'],
    good: ['#92c353', '#e592c353'],
    warning: ['#f8d22a', '#e5f8d22a'],
    attention: ['#c4314b', '#e5c4314b'],
    primary: '#5b5fc7',
    destructive: '#c4314b',
  },
  dark: {
    scheme: 'dark',
    page: '#1f1f1f',
    card: '#292929',
    emphasis: '#333333',
    line: '#666666',
    text: '#ffffff',
    subtle: '#bfffffff',
    quiet: '#adadad',
    accent: ['#9299f7', '#8b8cc7'],
    good: ['#92c353', '#e592c353'],
    warning: ['#f8d22a', '#e5f8d22a'],
    attention: ['#d74654', '#e5d74654'],
    primary: '#5b5fc7',
    destructive: '#f1707b',
  },
} as const;

type Colours = (typeof colours)[keyof typeof colours];

const font = "'Segoe UI', 'Open Sans', 'Noto Sans', sans-serif";

export function hostConfigOf(theme: Colours): unknown {
  const pair = ([normal, subtle]: readonly [string, string]): { default: string; subtle: string } => ({
    default: normal,
    subtle,
  });
  const foregroundColors = {
    default: pair([theme.text, theme.subtle]),
    dark: pair(['#242424', '#bf242424']),
    light: pair(['#ffffff', '#bfffffff']),
    accent: pair(theme.accent),
    good: pair(theme.good),
    warning: pair(theme.warning),
    attention: pair(theme.attention),
  };
  const onPastel = { ...foregroundColors, default: foregroundColors.dark };
  const fontSizes = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };
  const fontWeights = { lighter: 200, default: 400, bolder: 600 };
  return {
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme.line },
    supportsInteractivity: true,
    fontTypes: {
      default: { fontFamily: font, fontSizes, fontWeights },
      monospace: { fontFamily: "'Courier New', monospace", fontSizes, fontWeights },
    },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: { backgroundColor: theme.card, foregroundColors },
      emphasis: { backgroundColor: theme.emphasis, foregroundColors },
      accent: { backgroundColor: '#c7def9', foregroundColors: onPastel },
      good: { backgroundColor: '#ccffcc', foregroundColors: onPastel },
      attention: { backgroundColor: '#ffc5b2', foregroundColors: onPastel },
      warning: { backgroundColor: '#ffe2b2', foregroundColors: onPastel },
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention', spacing: 'small' },
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    factSet: { title: { weight: 'bolder', wrap: true }, value: { wrap: true }, spacing: 16 },
    textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
  };
}

/** What the page adds to the renderer's own style sheet. */
export function styleOf(theme: Colours): string {
  return `
    :root { color-scheme: ${theme.scheme}; }
    body { margin: 0; padding: 24px; background: ${theme.page}; color: ${theme.text}; font: 14px/20px ${font}; }
    section { margin-bottom: 24px; }
    h2 { margin: 0 0 8px; font-size: 12px; font-weight: 400; color: ${theme.quiet}; }
    .card { width: 480px; border-radius: 6px; overflow: hidden; box-shadow: 0 1px 3px #0004; }
    .card .ac-input {
      box-sizing: border-box; min-height: 32px; padding: 5px 10px; border: 1px solid ${theme.line};
      border-radius: 4px; background: ${theme.card}; color: ${theme.text}; font: 14px/20px ${font};
    }
    .card .ac-input:is(.ac-toggleInput, .ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect) {
      min-height: 0; padding: 0; border: 0;
    }
    ::placeholder { color: ${theme.quiet}; opacity: 1; }
    a.ac-anchor:link, a.ac-anchor:visited, .card a { color: ${theme.accent[0]}; }
    .ac-pushButton {
      min-height: 32px; padding: 5px 12px; border: 1px solid ${theme.line}; border-radius: 4px;
      background: ${theme.card}; color: ${theme.text}; font: 600 14px/20px ${font};
    }
    .ac-pushButton.style-positive { background: ${theme.primary}; border-color: ${theme.primary}; color: #fff; }
    .ac-pushButton.style-destructive {
      background: ${theme.card}; border-color: ${theme.destructive}; color: ${theme.destructive};
    }
    .card p, .card ul, .card ol { margin: 0 0 8px; }
    .card p:last-child, .card ul:last-child, .card ol:last-child { margin-bottom: 0; }
  `;
}
