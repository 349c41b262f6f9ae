/**
 * Teams sends an event for each participant: a thousand for a thousand who join. Those that come while earlier ones of
 * the same meeting are being applied wait, and are then applied together.
 */

interface WaitingItem<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Items at a time. */
const most = 500;

/**
 * Hands items to `work` by key, one batch of a key at a time, and gives each one's result; `work` gives them in the
 * order of its items. Where it rejects, all items of the batch do.
 */
export function createSerialBatch<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): (key: string, item: Item) => Promise<Result> {
  const queues = new Map<string, WaitingItem<Item, Result>[]>();

  const drain = async (key: string, queue: WaitingItem<Item, Result>[]) => {
    while (queue.length > 0) {
      const some = queue.splice(0, most);
      try {
        const results = await work(some.map(({ item }) => item));
        for (const [index, { resolve, reject }] of some.entries()) {
          const result = results[index];
          if (result === undefined) reject(new Error('no result'));
          else resolve(result);
        }
      } catch (error) {
        for (const { reject } of some) reject(error);
      }
    }
    queues.delete(key);
  };

  return (key, item) =>
    new Promise((resolve, reject) => {
      const one = { item, resolve, reject };
      const queue = queues.get(key);
      if (queue !== undefined) {
        queue.push(one);
        return;
      }
      const begun = [one];
      queues.set(key, begun);
      void drain(key, begun);
    });
}
