package io.beckon.persistence.campaign;

import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The suppression lists that keep devices out of a run. They stand in statements as numbers: by a
 * join the planner cannot see how many entries they have, and takes ten millions for ten thousand.
 */
final class Gates {
  private static final String LISTS =
      """
      SELECT list_id, type, floor FROM suppression_list
      WHERE tenant_id = :tenant AND deleted_at IS NULL AND :channel = ANY (channels)
        AND (required OR list_id = ANY (:suppression)) AND expires IS NULL
      ORDER BY list_id
      """;

  /**
   * @param floor entries with an earlier revision were replaced
   */
  private record Gate(long list, String type, long floor) {}

  private final List<Gate> gates;

  private Gates(List<Gate> gates) {
    this.gates = gates;
  }

  static Gates of(Handle h, TenantId tenant, GroupSettings settings) {
    var chosen = settings.suppressionListIds().stream().map(SuppressionListId::value).toList();
    return new Gates(
        h.createQuery(LISTS)
            .bind("tenant", tenant.value())
            .bind("channel", settings.channel().name())
            .bindArray("suppression", Long.class, chosen)
            .map(
                (row, ctx) ->
                    new Gate(row.getLong("list_id"), row.getString("type"), row.getLong("floor")))
            .list());
  }

  /**
   * A condition on entries {@code e}: those of the lists of one type.
   *
   * @param type DEVICE or CLIENT_ID
   */
  String condition(String type) {
    var those = gates.stream().filter(g -> g.type().equals(type)).toList();
    if (those.isEmpty()) {
      return "false";
    }
    var lists = those.stream().map(g -> Long.toString(g.list())).collect(Collectors.joining(", "));
    return "e.list_id IN (%s)".formatted(lists)
        + those.stream()
            .filter(g -> g.floor() > 0)
            .map(g -> " AND (e.list_id <> %d OR e.revision >= %d)".formatted(g.list(), g.floor()))
            .collect(Collectors.joining());
  }
}
