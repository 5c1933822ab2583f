package io.beckon.persistence.list.search;

import org.jdbi.v3.core.statement.Query;

/** One thing that people are looked for by, with an index that finds them. */
interface Way {
  /**
   * In time that does not depend on how many others the list holds.
   *
   * @param after the contact behind which to look
   * @param most about how many are wanted
   */
  Found behind(long after, int most);

  /** Whether row {@code c} of the contacts is such a one, in SQL that does not find but checks. */
  String condition();

  /** Gives the values that {@link #condition()} names. */
  void bind(Query query);
}
