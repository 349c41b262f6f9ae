/** How many bodies are read at once, of senders who are not known yet. */

export interface Readers {
  /**
   * What the reading gives; undefined: there were too many, and this one gave way. The one that has taken longest gives
   * way to the newest: whoever means it sends within a moment, and whoever sends slowly keeps nobody else out.
   */
  read<T>(reading: () => Promise<T>): Promise<T | undefined>;
}

/** So many at once. */
export function createReaders(most: number): Readers {
  const waysOut = new Set<() => void>();
  return {
    read: async (reading) => {
      const { promise: gaveWay, resolve } = Promise.withResolvers<undefined>();
      const giveWay = () => {
        waysOut.delete(giveWay);
        resolve(undefined);
      };
      waysOut.add(giveWay);
      const [oldest] = waysOut;
      if (waysOut.size > most) oldest?.();
      try {
        return await Promise.race([reading(), gaveWay]);
      } finally {
        waysOut.delete(giveWay);
      }
    },
  };
}
