export type StoredFile = { stream: ReadableStream<Uint8Array>; size: number };

/**
 * A place for files by key. A key is `schools/{organizationId}/…` (`schoolKey`); every call throws on any other text
 * before it looks anything up.
 */
export interface StorageDriver {
  /** Keeps the bytes whole or not at all; what the key held is replaced. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The file, undefined where there is none. Whoever asks reads the stream to its end or cancels it. */
  get(key: string): Promise<StoredFile | undefined>;
  /** A file that is not there is no error. */
  delete(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
  /** Every key under the prefix, which ends with "/", in order. */
  list(prefix: string): Promise<string[]>;
  /** The bytes of all files under the prefix, which ends with "/". */
  size(prefix: string): Promise<number>;
  /** Deletes every file under the prefix, which ends with "/"; safe to run again. */
  removeAll(prefix: string): Promise<void>;
}
