/** A queue of numbers by key, lowest first; one number may stand in it more than once. */

export interface Heap {
  clear(): void;
  push(item: number, key: number): void;
  /** The item with the lowest key, -1 where there is none; its key stands in `key`. */
  pop(): number;
  key: number;
}

export function heapOf(): Heap {
  const items: number[] = [];
  const keys: number[] = [];
  const swapDown = (item: number, key: number): void => {
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= items.length) break;
      if (down + 1 < items.length && (keys[down + 1] as number) < (keys[down] as number)) down += 1;
      if ((keys[down] as number) >= key) break;
      items[at] = items[down] as number;
      keys[at] = keys[down] as number;
      at = down;
    }
    items[at] = item;
    keys[at] = key;
  };
  return {
    key: 0,
    clear() {
      items.length = 0;
      keys.length = 0;
    },
    push(item, key) {
      let at = items.length;
      items.push(item);
      keys.push(key);
      while (at > 0) {
        const up = (at - 1) >> 1;
        if ((keys[up] as number) <= key) break;
        items[at] = items[up] as number;
        keys[at] = keys[up] as number;
        at = up;
      }
      items[at] = item;
      keys[at] = key;
    },
    pop() {
      const [top, key] = [items[0], keys[0]];
      const [last, lastKey] = [items.pop(), keys.pop()];
      if (top === undefined || key === undefined || last === undefined) return -1;
      this.key = key;
      if (items.length > 0) swapDown(last, lastKey as number);
      return top;
    },
  };
}
