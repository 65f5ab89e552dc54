export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** One parameter of the address; of a repeated one, the first. */
export async function oneParam(searchParams: SearchParams, name: string): Promise<string | undefined> {
  const value = (await searchParams)[name];
  return Array.isArray(value) ? value[0] : value;
}
