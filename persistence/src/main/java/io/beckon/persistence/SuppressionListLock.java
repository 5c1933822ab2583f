package io.beckon.persistence;

import io.beckon.protocol.suppression.SuppressionListId;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the revisions of a list's values in the order of their commits, until the transaction ends:
 * many may add at once, whoever removes is alone.
 */
public final class SuppressionListLock {
  /** First key of the advisory locks: entries of a suppression list. */
  private static final int LOCK = 3;

  private SuppressionListLock() {}

  public static void adding(Handle handle, SuppressionListId list) {
    handle.execute("SELECT pg_advisory_xact_lock_shared(?, ?)", LOCK, (int) list.value());
  }

  public static void removing(Handle handle, SuppressionListId list) {
    handle.execute("SELECT pg_advisory_xact_lock(?, ?)", LOCK, (int) list.value());
  }
}
