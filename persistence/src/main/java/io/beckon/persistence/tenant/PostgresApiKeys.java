package io.beckon.persistence.tenant;

import io.beckon.persistence.Database;
import io.beckon.persistence.Pages;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.tenant.ApiKeys;
import io.beckon.protocol.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** API keys in PostgreSQL; the key itself is random (256 bits) and never kept. */
public final class PostgresApiKeys implements ApiKeys {
  private static final int KEY_BYTES = 32;

  private final Database database;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public PostgresApiKeys(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<NewKey> create(TenantId tenant, KeyRequest request) {
    var made =
        new NewKey(UUID.randomUUID(), newKey(), request.name(), request.roles(), clock.instant());
    return database
        .useTransaction(
            h ->
                h.createUpdate(
                        """
                        INSERT INTO api_key (key_id, tenant_id, name, key_hash, roles, created_at)
                        VALUES (:id, :tenant, :name, :hash, :roles, :now)
                        """)
                    .bind("id", made.id())
                    .bind("tenant", tenant.value())
                    .bind("name", made.name())
                    .bind("hash", hash(made.key()))
                    .bindArray("roles", String.class, UserRows.names(made.roles()))
                    .bind("now", UserRows.utc(made.createdAt()))
                    .execute())
        .thenApply(done -> made);
  }

  @Override
  public CompletionStage<Page<KeyView>> list(TenantId tenant, PageRequest page) {
    var after = page.after();
    return database.withHandle(
        h ->
            Pages.of(
                h.createQuery(
                        """
                        SELECT * FROM api_key WHERE tenant_id = :tenant AND key_id > :after
                        ORDER BY key_id LIMIT :limit
                        """)
                    .bind("tenant", tenant.value())
                    .bind("after", after == null ? new UUID(0, 0) : UUID.fromString(after))
                    .bind("limit", page.limit() + 1)
                    .map(
                        (row, context) ->
                            new KeyView(
                                row.getObject("key_id", UUID.class),
                                row.getString("name"),
                                UserRows.roles(row.getArray("roles")),
                                UserRows.instant(row, "created_at")))
                    .list(),
                page,
                key -> key.id().toString()));
  }

  @Override
  public CompletionStage<Void> delete(TenantId tenant, UUID id) {
    return database.useTransaction(
        h -> {
          var gone =
              h.createUpdate("DELETE FROM api_key WHERE tenant_id = :tenant AND key_id = :id")
                  .bind("tenant", tenant.value())
                  .bind("id", id)
                  .execute();
          if (gone == 0) {
            throw new RefusedException(Refusal.notFound("API key", id));
          }
        });
  }

  private String newKey() {
    var bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return "bk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256", e);
    }
  }
}
