package io.beckon.persistence.suppression;

import io.beckon.persistence.compliance.ChangeNotes;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionListSettings;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Statements that make and change rows of {@code suppression_list}. */
final class ListChanges {
  private ListChanges() {}

  /** Empty when the name is taken. */
  static Optional<SuppressionListId> insert(
      ChangeNotes notes,
      TenantId tenant,
      SuppressionListSettings settings,
      @Nullable String builtIn,
      Instant now) {
    Optional<Long> id =
        bind(
                notes
                    .handle()
                    .createQuery(
                        """
                        INSERT INTO suppression_list (tenant_id, name, type, channels, required,
                          retention, expires, country, built_in, created_at)
                        VALUES (:tenant, :name, :type, :channels, :required,
                          :retention, :expires, :country, :builtIn, :now)
                        ON CONFLICT DO NOTHING RETURNING list_id
                        """),
                tenant,
                settings)
            .bind("builtIn", builtIn)
            .bind("now", PostgresSuppressionLists.utc(now))
            .mapTo(Long.class)
            .findOne();
    if (id.isPresent()) {
      notes.rules(tenant);
    }
    return id.map(SuppressionListId::new);
  }

  static SuppressionListId idOf(Handle handle, TenantId tenant, String name) {
    return new SuppressionListId(
        handle
            .createQuery(
                """
                SELECT list_id FROM suppression_list
                WHERE tenant_id = :tenant AND name = :name AND deleted_at IS NULL
                """)
            .bind("tenant", tenant.value())
            .bind("name", name)
            .mapTo(long.class)
            .one());
  }

  static void update(
      Handle handle, TenantId tenant, SuppressionListId id, SuppressionListSettings settings) {
    boolean taken =
        handle
            .createQuery(
                """
                SELECT EXISTS (SELECT FROM suppression_list WHERE tenant_id = :tenant
                  AND name = :name AND list_id <> :id AND deleted_at IS NULL)
                """)
            .bind("tenant", tenant.value())
            .bind("name", settings.name())
            .bind("id", id.value())
            .mapTo(boolean.class)
            .one();
    if (taken) {
      throw new RefusedException(nameTaken(settings.name()));
    }
    bind(
            handle.createUpdate(
                """
                UPDATE suppression_list SET name = :name, channels = :channels,
                  required = :required, retention = :retention, expires = :expires,
                  country = :country, revision = revision + 1
                WHERE tenant_id = :tenant AND list_id = :id AND type = :type
                """),
            tenant,
            settings)
        .bind("id", id.value())
        .execute();
  }

  private static <S extends SqlStatement<S>> S bind(
      S statement, TenantId tenant, SuppressionListSettings settings) {
    return statement
        .bind("tenant", tenant.value())
        .bind("name", settings.name())
        .bind("type", settings.type().name())
        .bindArray(
            "channels",
            String.class,
            settings.channels().stream().map(Enum::name).sorted().toList())
        .bind("required", settings.required())
        .bind("retention", String.valueOf(settings.retention()))
        .bind("expires", PostgresSuppressionLists.utc(settings.expires()))
        .bind("country", settings.country());
  }

  static Refusal nameTaken(String name) {
    return Refusal.conflict(
        "NAME_TAKEN",
        "There is a suppression list named " + name + " already.",
        "Choose another name, or use that list.");
  }
}
