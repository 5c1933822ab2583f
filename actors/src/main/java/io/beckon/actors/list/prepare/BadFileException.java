package io.beckon.actors.list;

import io.beckon.protocol.list.ImportError;

/** The whole file cannot be loaded; the import ends as FAILED with this error. */
final class BadFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ImportError error;

  BadFileException(String code, String detail, String remedy) {
    super(code + ": " + detail, null, false, false);
    this.error = new ImportError(code, detail, remedy);
  }

  ImportError error() {
    return error;
  }
}
