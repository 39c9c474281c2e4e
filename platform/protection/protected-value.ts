/** A protected value on its way to a row: what is stored and what the audit may know of it. */
export interface ProtectedValue {
  /** Algorithm, key id and ciphertext in one text: `aes256gcm.<key>.<bytes>`. */
  readonly ciphertext: string;
  /** Keyed and salted commitment; tells nothing without the key, stays when keys rotate. */
  readonly commitment: string;
}
