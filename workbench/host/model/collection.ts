import { invalidArgument, notFound } from "../errors";
import type { HostObject } from "../protocol";

/** A member of a collection answers to its id, its name or its key. */
export interface Member extends HostObject {
  readonly name?: string;
  readonly key?: string;
}

const sameText = (a: unknown, b: string): boolean => a !== undefined && String(a).toLowerCase() === b;

/** A live view of a list, with the members that all of Excel's collections share. */
export class Collection<T extends Member> implements HostObject {
  constructor(
    readonly kind: string,
    private readonly list: () => T[],
  ) {}

  get items(): T[] {
    return this.list();
  }

  get count(): number {
    return this.items.length;
  }

  getCount(): number {
    return this.items.length;
  }

  getItemOrNullObject(key: string | number): T | null {
    const wanted = String(key).toLowerCase();
    return (
      this.items.find(
        (item) => sameText(item.id, wanted) || sameText(item.name, wanted) || sameText(item.key, wanted),
      ) ?? null
    );
  }

  getItem(key: string | number): T {
    const item = this.getItemOrNullObject(key);
    if (item === null) throw notFound();
    return item;
  }

  getItemAt(index: number): T {
    const item = this.items[index];
    if (item === undefined) throw invalidArgument();
    return item;
  }
}
