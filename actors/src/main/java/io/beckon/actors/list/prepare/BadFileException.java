package io.beckon.actors.list.prepare;

import io.beckon.protocol.list.ImportError;

/** The whole file cannot be loaded; the import ends as FAILED with this error. */
public final class BadFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ImportError error;

  /**
   * @param code UPPER_SNAKE
   * @param detail one sentence on what was seen
   * @param remedy one sentence on what to do
   */
  public BadFileException(String code, String detail, String remedy) {
    super(code + ": " + detail, null, false, false);
    this.error = new ImportError(code, detail, remedy);
  }

  public ImportError error() {
    return error;
  }
}
