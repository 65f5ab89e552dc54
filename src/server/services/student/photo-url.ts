/** Where the picture is to be had; another address for each picture, so that a browser may keep it. */
export function studentPhotoUrl(id: string, photoKey: string | null): string | null {
  if (photoKey === null) return null;
  const version = photoKey.slice(photoKey.lastIndexOf("/") + 1, photoKey.lastIndexOf("."));
  return `/api/student-photos/${id}?v=${version}`;
}
