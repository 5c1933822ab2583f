package io.beckon.protocol.list;

/** What a file was packed in. */
public enum FileWrapper {
  GZIP,
  ZIP
}
