package io.beckon.persistence.list.search;

import io.beckon.protocol.device.PhoneNumbers;
import io.beckon.protocol.device.PhoneReading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;

/** Who has a device. */
record ByDevice(ListRows rows, String as, Set<String> values) implements Way {
  private static final String BY_INDEX =
      "SELECT contact_id FROM <devices> WHERE value = ANY (:device_%s) LIMIT :few";

  private static final String IN_ORDER =
      """
      SELECT contact_id, value = ANY (:device_%s) AS fits FROM <devices>
      WHERE list_id = :list AND contact_id > :after ORDER BY contact_id, chain_n LIMIT :stretch
      """;

  /** {@code text} as people write it: whatever of it the list may hold. */
  static ByDevice written(ListRows rows, String as, String text) {
    Set<String> values = new LinkedHashSet<>(List.of(text, text.toLowerCase(Locale.ROOT)));
    if (PhoneNumbers.parse(text, country(rows)) instanceof PhoneReading.Dialable number) {
      values.add(number.facts().device().value());
    }
    return new ByDevice(rows, as, values);
  }

  private static String country(ListRows rows) {
    return rows.ofList(
            "SELECT coalesce(l.country, t.settings ->> 'country', t.country)"
                + " FROM contact_list l JOIN tenant t USING (tenant_id) WHERE l.list_id = :list")
        .mapTo(String.class)
        .one();
  }

  @Override
  public Found behind(long after, int most) {
    var shared = new Shared(rows, BY_INDEX.formatted(as), IN_ORDER.formatted(as), this::bind);
    return shared.behind(after);
  }

  @Override
  public String condition() {
    return Device.with("value = ANY (:device_" + as + ")");
  }

  @Override
  public void bind(Query query) {
    query.bindArray("device_" + as, String.class, values);
  }
}
