/**
 * Binds a template to data in one pass, where data only fills slots: `"${name}"`, `"${a.b}"`, `"${$data}"`, and `$data` for
 * what is repeated. The result is that of adaptivecards-templating, whose format this is; its evaluator is for more.
 * https://learn.microsoft.com/adaptive-cards/templating/language
 */

/** What the template becomes with that data. */
export type Bind = (data: unknown) => unknown;

/** What becomes of an object of the template once its slots are filled. */
export type Finish = (object: Readonly<Record<string, unknown>>) => unknown;

/** Binds that template; undefined: it has expressions or conditions, which the library evaluates. */
export function bindSlots(template: unknown, finish: Finish = (object) => object): Bind | undefined {
  if (typeof template === 'string') return bindText(template);
  if (Array.isArray(template)) return bindList(template, finish);
  if (typeof template === 'object' && template !== null) return bindObject(template, finish);
  return () => template;
}

function bindText(text: string): Bind | undefined {
  if (!text.includes('${')) return () => text;
  const path = /^\$\{([A-Za-z][\w.]*|\$data)\}$/.exec(text)?.[1];
  if (path === undefined) return undefined;
  if (path === '$data') return (data) => data;
  const names = path.split('.');
  // As the library has it, what is missing stands there by its name.
  return (data) => names.reduce(valueIn, data) ?? text;
}

function bindList(template: readonly unknown[], finish: Finish): Bind | undefined {
  const parts = template.map((part) => bindSlots(part, finish));
  if (!parts.every((part) => part !== undefined)) return undefined;
  return (data) => {
    const list: unknown[] = [];
    for (const part of parts) {
      const bound = part(data);
      if (Array.isArray(bound)) for (const one of bound) list.push(one);
      else if (bound !== null) list.push(bound);
    }
    return list;
  };
}

/** Names that are the language's own. */
const reserved: ReadonlySet<string> = new Set(['$when', '$root', '$index', '$host']);

function bindObject(template: object, finish: Finish): Bind | undefined {
  const { $data: repeated, ...fields } = template as { readonly $data?: unknown };
  const slots: { readonly name: string; readonly bind: Bind }[] = [];
  for (const [name, part] of Object.entries(fields)) {
    const bind = bindSlots(part, finish);
    if (bind === undefined || reserved.has(name)) return undefined;
    if (!isConstant(part)) slots.push({ name, bind });
  }
  const one = (data: unknown) => {
    const object: Record<string, unknown> = { ...fields };
    for (const { name, bind } of slots) object[name] = bind(data);
    return finish(object);
  };
  if (repeated === undefined) return one;
  const items = typeof repeated === 'string' ? bindText(repeated) : undefined;
  if (items === undefined) return undefined;
  return (data) => {
    const over = items(data);
    if (!Array.isArray(over)) return one(over);
    // None and one are no list, wherever the template has them.
    return over.length === 0 ? null : over.length === 1 ? one(over[0]) : over.map(one);
  };
}

function isConstant(part: unknown): boolean {
  return typeof part === 'string' ? !part.includes('${') : typeof part !== 'object';
}

function valueIn(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;
}
