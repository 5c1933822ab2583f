package io.beckon.persistence;

import org.jdbi.v3.core.Handle;

/** Says that a suppression list is to be counted anew, in the transaction that changes it. */
public final class SuppressionCountWish {
  private SuppressionCountWish() {}

  /** A file was loaded. */
  public static void soon(Handle handle, long list) {
    write(handle, list, true);
  }

  /** Single entries were changed; many of them are counted together. */
  public static void sometime(Handle handle, long list) {
    write(handle, list, false);
  }

  private static void write(Handle handle, long list, boolean urgent) {
    handle.execute(
        "INSERT INTO suppression_count_wish (list_id, urgent) VALUES (?, ?)", list, urgent);
  }
}
