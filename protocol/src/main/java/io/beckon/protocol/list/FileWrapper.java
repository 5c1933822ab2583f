package io.beckon.protocol.list;

/** What a file was packed in; of several, the outermost. */
public enum FileWrapper {
  GZIP,
  ZIP,
  /** An OpenPGP message, encrypted to the tenant's key. */
  PGP
}
