package io.beckon.persistence.campaign;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.PlannedGroups;
import io.beckon.protocol.campaign.TemplateSettings;
import io.beckon.protocol.campaign.WeightedList;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** {@link PlannedGroups} on PostgreSQL. */
public final class PostgresPlannedGroups implements PlannedGroups {
  private static final int LONGEST_NAME = 128;

  /** A group is there when its entity has written its row for the first time. */
  private static final String PLANNED =
      """
      SELECT p.template_id, p.list_id, p.import_id, p.planned_at, t.settings, t.name AS template,
        l.name AS list
      FROM planned_group p
      JOIN contact_list l ON l.list_id = p.list_id
      LEFT JOIN campaign_template t ON t.template_id = p.template_id AND t.tenant_id = p.tenant_id
      WHERE p.tenant_id = :tenant AND p.group_id = :group
        AND NOT EXISTS (SELECT FROM campaign_group g
          WHERE g.group_id = p.group_id AND g.revision > 0)
      """;

  private final Database database;

  public PostgresPlannedGroups(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Optional<GroupSettings>> settings(TenantId tenant, GroupId group) {
    return database.withHandle(
        h ->
            h.createQuery(PLANNED)
                .bind("tenant", tenant.value())
                .bind("group", group.value())
                .map((row, ctx) -> settings(row))
                .findOne());
  }

  private static GroupSettings settings(ResultSet row) throws SQLException {
    var template = row.getString("template_id");
    var settings = row.getString("settings");
    if (settings == null) {
      throw new RefusedException(
          Refusal.invalid(
              "UNKNOWN_TEMPLATE",
              "There is no campaign template " + template + " any more.",
              "Name another template in the drop source, and make this group by hand."));
    }
    return JsonColumn.read(settings, TemplateSettings.class)
        .group(
            template,
            name(row),
            List.of(new WeightedList(new ContactListId(row.getLong("list_id")), 10)));
  }

  private static String name(ResultSet row) throws SQLException {
    var day =
        row.getObject("planned_at", OffsetDateTime.class)
            .withOffsetSameInstant(ZoneOffset.UTC)
            .toLocalDate();
    var end = " " + day + " #" + row.getLong("import_id");
    var begin = row.getString("template") + " " + row.getString("list");
    return begin.substring(0, Math.min(begin.length(), LONGEST_NAME - end.length())) + end;
  }
}
