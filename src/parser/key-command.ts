/** "key Stream Deck", "my keys", "neuer Schlüssel", "我的密钥": personal keys. Read as a whole, in any language. */

import { foldedText } from './language-command.ts';
import type { Command } from './reading.ts';

/** What lists them; folded, and without accents. */
const lists: ReadonlySet<string> = new Set([
  ...['keys', 'my keys', 'list keys', 'list my keys', 'show keys', 'show my keys', 'show me my keys'],
  ...['personal keys', 'my personal keys', 'api keys', 'my api keys', 'what keys do i have'],
  ...['schlussel', 'meine schlussel', 'zeig meine schlussel', 'zeige meine schlussel', 'schlussel anzeigen'],
  ...['zeig mir meine schlussel', 'zeige mir meine schlussel', 'welche schlussel habe ich'],
  ...['cles', 'mes cles', 'affiche mes cles', 'affichez mes cles', 'afficher mes cles', 'montre mes cles'],
  ...['claves', 'mis claves', 'muestra mis claves', 'muestrame mis claves', 'mostrar mis claves'],
  ...['chaves', 'minhas chaves', 'mostre minhas chaves', 'mostrar minhas chaves', 'listar chaves'],
  ...['キー', '鍵', 'キー一覧', '自分のキー', 'キーを表示', 'キーを見せて', 'キーを見せてください'],
  ...['密钥', '我的密钥', '查看密钥', '显示密钥', '密钥列表', '金鑰', '我的金鑰', '查看金鑰', '金鑰列表'],
  ...['キーを削除', 'キーを削除して', 'キーをなくした', 'キーをなくしました', '鍵をなくした'],
  ...['删除密钥', '撤销密钥', '密钥丢了', '密钥泄露了', '刪除金鑰', '金鑰丟了'],
]);

/** Before or after a key: it is to end, or in wrong hands. Each has a button on the list that ends it. */
const endings: ReadonlySet<string> = new Set(
  [
    'remove delete revoke end cancel lost lose stolen leaked expired broken gone compromised off',
    'entfernen entferne losche loschen widerrufe widerrufen verloren gestohlen weg',
    'supprime supprimer supprimez revoque revoquer revoquez perdu perdue volee',
    'borra borrar elimina eliminar quita quitar revoca revocar perdi perdida robada',
    'remova remover exclua excluir apague apagar revogar roubada',
  ].flatMap((words) => words.split(' ')),
);
const nouns: ReadonlySet<string> = new Set(
  'key keys schlussel cle cles clave claves chave chaves'.split(' '),
);
/** Between a key and what became of it; nothing is called so. */
const links: ReadonlySet<string> = new Set(
  'is was are were has been not ist war wurde est es esta'.split(' '),
);
/** Between an ending and a key. */
const owning: ReadonlySet<string> = new Set(
  'my the a all old personal api i mein meine meinen den alle ma mes la ta toutes mi mis las todas minha minhas as'.split(
    ' ',
  ),
);

/** What makes one, before its name where it has one. */
const leads: ReadonlySet<string> = new Set([
  ...['key', 'new key', 'a new key', 'personal key', 'new personal key', 'api key', 'new api key'],
  ...['make key', 'make a key', 'make me a key', 'create key', 'create a key', 'create a new key'],
  ...['neuer schlussel', 'neuen schlussel', 'erstelle einen schlussel', 'erstelle einen neuen schlussel'],
  ...['schlussel erstellen', 'neuen schlussel erstellen', 'mach mir einen schlussel'],
  ...['cle', 'nouvelle cle', 'cree une cle', 'creer une cle', 'creez une cle', 'cree une nouvelle cle'],
  ...['clave', 'nueva clave', 'crea una clave', 'crear clave', 'crear una clave', 'crea una nueva clave'],
  ...['chave', 'nova chave', 'crie uma chave', 'criar chave', 'criar uma chave', 'crie uma nova chave'],
  ...['新しいキー', 'キー作成', 'キーを作成', 'キーを作成して', 'キーを作って', 'キーを作ってください'],
  ...['新密钥', '新建密钥', '创建密钥', '生成密钥', '新金鑰', '建立金鑰', '新增金鑰'],
]);

/** In these languages one and many have the same word: alone it lists, before a name it makes one. */
const either: ReadonlySet<string> = new Set(['schlussel', 'キー', '鍵', '密钥', '金鑰']);

/** What may stand between a lead and the name. */
const joints: ReadonlySet<string> = new Set(
  'for called named fur namens pour appelee para llamada chamada'.split(' '),
);

/** A word of those sentences, folded. */
const mentions = /key|schlussel|\bcles?\b|clave|chave|キー|鍵|密钥|金鑰/;

const mostLead = 5;
const mostName = 6;
/** More is a sentence about something else. */
const longest = 80;

/** What the sentence asks about keys; undefined where it is about anything else. `name` is as it was written. */
export function readKeyCommand(
  written: string,
  longestName: number,
  whole = foldedText(written),
): Extract<Command, { kind: 'key' | 'keys' }> | undefined {
  if (written.length > longest || !mentions.test(whole) || /[?？]/.test(written)) return undefined;
  const words = written
    .replace(/[.!。！]$/, '')
    .trim()
    .split(/\s+/);
  if (words.length > mostLead + mostName + 1) return undefined;
  const folded = words.map(foldedText);
  if (lists.has(whole)) return { kind: 'keys' };
  if (leads.has(whole)) return { kind: 'key', name: '' };
  if (endsOne(folded)) return { kind: 'keys' };
  for (let count = Math.min(mostLead, words.length - 1); count > 0; count -= 1) {
    const lead = folded.slice(0, count).join(' ');
    if (!leads.has(lead) && !either.has(lead)) continue;
    const at = joints.has(folded[count] ?? '') ? count + 1 : count;
    const name = words
      .slice(at)
      .join(' ')
      .replaceAll(/["“”„«»「」]/g, '')
      .trim();
    return name === '' ||
      name.length > longestName ||
      words.length - at > mostName ||
      links.has(folded[count] ?? '')
      ? undefined
      : { kind: 'key', name };
  }
  return undefined;
}

/** "remove my key Lamp", "key is lost": never what makes another one. */
function endsOne(words: readonly string[]): boolean {
  const at = words.findIndex((word) => nouns.has(word));
  if (at === -1) return false;
  const before = words.slice(0, at);
  const isEnding = (word: string) => endings.has(word);
  const after = words.slice(at + 1).find((word) => !links.has(word));
  return (
    before.every((word) => isEnding(word) || owning.has(word)) &&
    (before.some(isEnding) || (after !== undefined && isEnding(after)))
  );
}
