package io.beckon.persistence.campaign;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.Pages;
import io.beckon.persistence.Revisions;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.CampaignTemplate;
import io.beckon.protocol.campaign.CampaignTemplateId;
import io.beckon.protocol.campaign.CampaignTemplateView;
import io.beckon.protocol.campaign.CampaignTemplates;
import io.beckon.protocol.campaign.TemplateSettings;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/** {@link CampaignTemplates} on PostgreSQL. */
public final class PostgresCampaignTemplates implements CampaignTemplates {
  private static final String LOCK =
      "SELECT FROM campaign_template WHERE tenant_id = ? AND template_id = ? FOR UPDATE";

  private final Database database;
  private final Clock clock;

  public PostgresCampaignTemplates(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<CampaignTemplateView> create(TenantId tenant, CampaignTemplate template) {
    return database.inTransaction(
        h ->
            h.createQuery(
                    """
                    INSERT INTO campaign_template (tenant_id, name, settings, created_at)
                    VALUES (:tenant, :name, :settings::jsonb, :now)
                    ON CONFLICT (tenant_id, name) DO NOTHING RETURNING *
                    """)
                .bind("tenant", tenant.value())
                .bind("name", template.name())
                .bind("settings", JsonColumn.write(template.settings()))
                .bind("now", clock.instant())
                .map((row, ctx) -> view(row))
                .findOne()
                .orElseThrow(() -> nameTaken(template.name())));
  }

  @Override
  public CompletionStage<Optional<CampaignTemplateView>> find(
      TenantId tenant, CampaignTemplateId id) {
    return database.withHandle(h -> find(h, tenant, id));
  }

  @Override
  public CompletionStage<Page<CampaignTemplateView>> page(TenantId tenant, PageRequest page) {
    return database.withHandle(
        h -> {
          var found =
              h.createQuery(
                      "SELECT * FROM campaign_template"
                          + " WHERE tenant_id = :tenant AND template_id > :after"
                          + " ORDER BY template_id LIMIT :limit")
                  .bind("tenant", tenant.value())
                  .bind("after", page.afterNumber(0))
                  .bind("limit", page.limit() + 1)
                  .map((row, ctx) -> view(row))
                  .list();
          return Pages.of(found, page, row -> row.id().toString());
        });
  }

  @Override
  public CompletionStage<CampaignTemplateView> change(
      TenantId tenant, CampaignTemplateId id, CampaignTemplate template, OptionalLong revision) {
    return database.inTransaction(
        h -> {
          h.execute(LOCK, tenant.value(), id.value());
          var now = find(h, tenant, id).orElseThrow(() -> unknown(id));
          Revisions.check(revision, now.revision());
          if (isTaken(h, tenant, id, template.name())) {
            throw nameTaken(template.name());
          }
          h.execute(
              "UPDATE campaign_template SET name = ?, settings = ?::jsonb, revision = revision + 1"
                  + " WHERE template_id = ?",
              template.name(),
              JsonColumn.write(template.settings()),
              id.value());
          return find(h, tenant, id).orElseThrow();
        });
  }

  @Override
  public CompletionStage<Void> delete(TenantId tenant, CampaignTemplateId id) {
    return database.useTransaction(
        h -> {
          int deleted =
              h.execute(
                  "DELETE FROM campaign_template WHERE tenant_id = ? AND template_id = ?",
                  tenant.value(),
                  id.value());
          if (deleted == 0) {
            throw unknown(id);
          }
        });
  }

  private static Optional<CampaignTemplateView> find(
      Handle handle, TenantId tenant, CampaignTemplateId id) {
    return handle
        .createQuery("SELECT * FROM campaign_template WHERE tenant_id = ? AND template_id = ?")
        .bind(0, tenant.value())
        .bind(1, id.value())
        .map((row, ctx) -> view(row))
        .findOne();
  }

  private static boolean isTaken(
      Handle handle, TenantId tenant, CampaignTemplateId but, String name) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT FROM campaign_template"
                + " WHERE tenant_id = ? AND name = ? AND template_id <> ?)")
        .bind(0, tenant.value())
        .bind(1, name)
        .bind(2, but.value())
        .mapTo(Boolean.class)
        .one();
  }

  private static CampaignTemplateView view(ResultSet row) throws SQLException {
    return new CampaignTemplateView(
        new CampaignTemplateId(row.getLong("template_id")),
        row.getString("name"),
        JsonColumn.read(row.getString("settings"), TemplateSettings.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("revision"));
  }

  private static RefusedException unknown(CampaignTemplateId id) {
    return new RefusedException(Refusal.notFound("campaign template", id));
  }

  private static RefusedException nameTaken(String name) {
    return new RefusedException(
        Refusal.conflict(
            "NAME_TAKEN",
            "There is a campaign template " + name + " already.",
            "Choose another name, or change that template."));
  }
}
