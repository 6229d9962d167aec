// SPDX-License-Identifier: Apache-2.0

/** A part of a list, and what to ask for the part after it with; null at the end. */
export interface Part<T> {
  items: T[];
  next?: string | null;
}

/** All of a list, part by part as it is needed. A part may be empty and still have one after it. */
export async function* everyOf<T>(part: (cursor: string | undefined) => Promise<Part<T>>): AsyncGenerator<T, void> {
  let cursor: string | undefined;
  do {
    const { items, next } = await part(cursor);
    yield* items;
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}
