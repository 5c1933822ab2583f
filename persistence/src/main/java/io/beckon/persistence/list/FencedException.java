package io.beckon.persistence.list;

/** Rolls a chunk back whose loader has lost its right. */
final class FencedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FencedException() {
    super("another loader has the import", null, false, false);
  }
}
