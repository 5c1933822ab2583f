package io.beckon.persistence.tenant;

import io.beckon.persistence.Database;
import io.beckon.persistence.Pages;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.tenant.NewUser;
import io.beckon.protocol.tenant.Role;
import io.beckon.protocol.tenant.TenantId;
import io.beckon.protocol.tenant.UserChange;
import io.beckon.protocol.tenant.UserView;
import io.beckon.protocol.tenant.Users;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/** People in PostgreSQL. */
public final class PostgresUsers implements Users {
  private final Database database;
  private final PasswordHash passwords;
  private final Clock clock;

  public PostgresUsers(Database database, PasswordHash passwords, Clock clock) {
    this.database = database;
    this.passwords = passwords;
    this.clock = clock;
  }

  @Override
  public CompletionStage<UserView> create(TenantId tenant, NewUser user) {
    return database.inTransaction(
        h -> UserRows.insert(h, tenant, user, passwords, clock.instant()));
  }

  @Override
  public CompletionStage<Page<UserView>> list(TenantId tenant, PageRequest page) {
    var after = page.after();
    return database.withHandle(
        h ->
            Pages.of(
                h.createQuery(
                        """
                        SELECT * FROM app_user WHERE tenant_id = :tenant AND username > :after
                        ORDER BY username LIMIT :limit
                        """)
                    .bind("tenant", tenant.value())
                    .bind("after", after == null ? "" : after)
                    .bind("limit", page.limit() + 1)
                    .map((row, context) -> UserRows.view(row))
                    .list(),
                page,
                UserView::username));
  }

  @Override
  public CompletionStage<Optional<UserView>> find(TenantId tenant, String username) {
    return database.withHandle(
        h ->
            h.createQuery(
                    "SELECT * FROM app_user WHERE tenant_id = :tenant AND username = :username")
                .bind("tenant", tenant.value())
                .bind("username", username)
                .map((row, context) -> UserRows.view(row))
                .findOne());
  }

  @Override
  public CompletionStage<UserView> change(TenantId tenant, String username, UserChange change) {
    return database.inTransaction(
        h -> {
          var user = locked(h, tenant, username);
          var roles = change.roles() == null ? user.roles() : change.roles();
          if (!roles.contains(Role.ADMIN)) {
            requireAnotherAdmin(h, user);
          }
          var password = change.password();
          h.createUpdate(
                  """
                  UPDATE app_user SET roles = :roles, password_hash = coalesce(:hash, password_hash),
                    session_epoch = session_epoch + 1
                  WHERE username = :username
                  """)
              .bindArray("roles", String.class, UserRows.names(roles))
              .bind("hash", password == null ? null : passwords.of(password))
              .bind("username", username)
              .execute();
          return new UserView(username, username, tenant, roles, user.createdAt());
        });
  }

  @Override
  public CompletionStage<Void> delete(TenantId tenant, String username) {
    return database.useTransaction(
        h -> {
          requireAnotherAdmin(h, locked(h, tenant, username));
          h.execute("DELETE FROM app_user WHERE username = ?", username);
        });
  }

  /** The tenant's row is the lock of all its users, so that two last ADMINs cannot go at once. */
  private static UserView locked(Handle handle, TenantId tenant, String username) {
    handle
        .createQuery("SELECT 1 FROM tenant WHERE tenant_id = :tenant FOR UPDATE")
        .bind("tenant", tenant.value())
        .mapTo(Integer.class)
        .findOne();
    return handle
        .createQuery("SELECT * FROM app_user WHERE tenant_id = :tenant AND username = :username")
        .bind("tenant", tenant.value())
        .bind("username", username)
        .map((row, context) -> UserRows.view(row))
        .findOne()
        .orElseThrow(() -> new RefusedException(Refusal.notFound("user", username)));
  }

  private static void requireAnotherAdmin(Handle handle, UserView leaving) {
    var others =
        handle
            .createQuery(
                """
                SELECT count(*) FROM app_user
                WHERE tenant_id = :tenant AND username <> :username AND 'ADMIN' = ANY(roles)
                """)
            .bind("tenant", leaving.tenantId().value())
            .bind("username", leaving.username())
            .mapTo(Long.class)
            .one();
    if (others == 0 && leaving.roles().contains(Role.ADMIN)) {
      throw new RefusedException(
          Refusal.conflict(
              "LAST_ADMIN",
              leaving.username() + " is the tenant's last user with the role ADMIN.",
              "Give the role to somebody else first."));
    }
  }
}
