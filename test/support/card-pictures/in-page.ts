import type { NamedCard } from '../card-pictures.ts';
import type { markdownHtml as markdownInNode } from './markdown.ts';

// Everything here runs in the page. The project has no DOM types, so it names what it uses.

interface PageElement {
  tagName: string;
  className: string;
  innerHTML: string;
  type?: string;
  value?: string;
  placeholder?: string;
  parentElement: PageElement | null;
  getClientRects(): { length: number };
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
  closest(selector: string): PageElement | null;
  append(...children: (PageElement | string)[]): void;
}

declare const document: {
  createElement(tag: string): PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  createTreeWalker(
    root: PageElement | null,
    show: number,
  ): { nextNode(): { textContent: string; parentElement: PageElement } | null };
};
declare function getComputedStyle(
  element: PageElement,
  pseudo?: string,
): { color: string; backgroundColor: string; opacity: string; visibility: string };
declare const markdownHtml: typeof markdownInNode;
declare const AdaptiveCards: {
  TextColor: { Default: number };
  HostConfig: new (config: unknown) => { inputs: { label: { requiredInputs: { suffixColor: number } } } };
  AdaptiveCard: {
    new (): { hostConfig: unknown; parse(card: unknown): void; render(): PageElement | undefined };
    onProcessMarkdown: (text: string, result: { outputHtml?: string; didProcess: boolean }) => void;
  };
};

/** Draws the cards, each under its name. */
export function drawInPage({ cards, hostConfig }: { cards: NamedCard[]; hostConfig: unknown }): void {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownHtml(text);
    result.didProcess = true;
  };
  const config = new AdaptiveCards.HostConfig(hostConfig);
  // No card can change how a client marks what is required, and the renderer forgets what the configuration says.
  config.inputs.label.requiredInputs.suffixColor = AdaptiveCards.TextColor.Default;
  for (const { name, card } of cards) {
    const drawn = new AdaptiveCards.AdaptiveCard();
    drawn.hostConfig = config;
    drawn.parse(card);
    const rendered = drawn.render();
    if (!rendered || rendered.innerHTML === '') throw new Error(`The card "${name}" renders to nothing.`);
    const section = document.createElement('section');
    section.setAttribute('aria-label', name);
    const caption = document.createElement('h2');
    caption.append(name);
    const frame = document.createElement('div');
    frame.className = 'card';
    frame.append(rendered);
    section.append(caption, frame);
    document.querySelector('main')?.append(section);
  }
}

export interface TextInPage {
  card: string;
  text: string;
  colour: string;
  /** From the innermost to the outermost. */
  backgrounds: string[];
  opacity: number;
}

/** Every visible text with the colours that make it readable or not. */
export function textsInPage(): TextInPage[] {
  const found: TextInPage[] = [];
  const add = (element: PageElement, text: string, colour: string): void => {
    const style = getComputedStyle(element);
    if (!text.trim() || element.getClientRects().length === 0 || style.visibility === 'hidden') return;
    const backgrounds: string[] = [];
    let opacity = 1;
    for (let at: PageElement | null = element; at; at = at.parentElement) {
      backgrounds.push(getComputedStyle(at).backgroundColor);
      opacity *= Number(getComputedStyle(at).opacity);
    }
    const card = element.closest('section')?.getAttribute('aria-label') ?? '';
    found.push({ card, text: text.trim(), colour, backgrounds, opacity });
  };
  const showText = 4;
  const walker = document.createTreeWalker(document.querySelector('main'), showText);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    add(node.parentElement, node.textContent, getComputedStyle(node.parentElement).color);
  }
  for (const input of document.querySelectorAll(
    'input:not([type=checkbox]):not([type=radio]), textarea, select',
  )) {
    const written =
      input.value || (/^(date|time)$/.test(input.type ?? '') ? `an empty ${input.type ?? ''}` : '');
    if (written) add(input, written, getComputedStyle(input).color);
    else add(input, input.placeholder ?? '', getComputedStyle(input, '::placeholder').color);
  }
  return found;
}
