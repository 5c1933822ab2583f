package io.beckon.actors.list;

/** Stops a load whose right to write is gone. */
final class LostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostException() {
    super("another loader has the import, or nobody", null, false, false);
  }
}
