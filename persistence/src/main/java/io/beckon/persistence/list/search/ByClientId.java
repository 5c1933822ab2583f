package io.beckon.persistence.list.search;

import org.jdbi.v3.core.statement.Query;

/** Who has a Client ID. */
record ByClientId(ListRows rows, String as, String clientId) implements Way {
  private static final String BY_INDEX =
      "SELECT contact_id FROM <contacts> WHERE client_id = :client_%s LIMIT :few";

  private static final String IN_ORDER =
      """
      SELECT contact_id, client_id = :client_%s AS fits FROM <contacts>
      WHERE list_id = :list AND contact_id > :after ORDER BY contact_id LIMIT :stretch
      """;

  @Override
  public Found behind(long after, int most) {
    var shared = new Shared(rows, BY_INDEX.formatted(as), IN_ORDER.formatted(as), this::bind);
    return shared.behind(after);
  }

  @Override
  public String condition() {
    return "c.client_id = :client_" + as;
  }

  @Override
  public void bind(Query query) {
    query.bind("client_" + as, clientId);
  }
}
