/** How a list tells the cursor of the page after one of its own; prefetching and reading must agree. */
export const NEXT_PAGE = {
  getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined,
};
