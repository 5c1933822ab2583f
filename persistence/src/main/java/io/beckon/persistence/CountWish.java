package io.beckon.persistence;

import org.jdbi.v3.core.Handle;

/** Says that the devices of a list are to be counted anew, in the transaction that changes them. */
public final class CountWish {
  private static final String WISH =
      """
      INSERT INTO list_count_wish (list_id, wish_no, urgent)
      VALUES (:list, nextval('list_count_wish_no'), :urgent)
      ON CONFLICT (list_id) DO UPDATE SET wish_no = EXCLUDED.wish_no,
        urgent = list_count_wish.urgent OR EXCLUDED.urgent
      """;

  private CountWish() {}

  /** A file was loaded, or the whole list gone over. */
  public static void soon(Handle handle, long list) {
    write(handle, list, true);
  }

  /** A single contact was changed; many of them are counted together. */
  public static void sometime(Handle handle, long list) {
    write(handle, list, false);
  }

  private static void write(Handle handle, long list, boolean urgent) {
    handle.createUpdate(WISH).bind("list", list).bind("urgent", urgent).execute();
  }
}
