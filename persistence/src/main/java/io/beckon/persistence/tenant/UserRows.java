package io.beckon.persistence.tenant;

import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.tenant.NewUser;
import io.beckon.protocol.tenant.Role;
import io.beckon.protocol.tenant.TenantId;
import io.beckon.protocol.tenant.UserView;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The rows of {@code app_user}, and roles as SQL keeps them. */
final class UserRows {
  private UserRows() {}

  static UserView insert(
      Handle handle, TenantId tenant, NewUser user, PasswordHash passwords, Instant now) {
    var row = row(tenant, user.username(), user.roles(), now);
    if (!insert(handle, row, passwords.of(user.password()))) {
      throw new RefusedException(
          Refusal.conflict(
              "USERNAME_TAKEN",
              "The username " + user.username() + " is taken.",
              "Choose another: usernames are unique over all tenants."));
    }
    return row;
  }

  private static UserView row(TenantId tenant, String username, Set<Role> roles, Instant now) {
    return new UserView(username, username, tenant, roles, now);
  }

  private static boolean insert(Handle handle, UserView user, String hash) {
    return handle
            .createUpdate(
                """
                INSERT INTO app_user (username, tenant_id, password_hash, roles, created_at)
                VALUES (:username, :tenant, :hash, :roles, :now)
                ON CONFLICT (username) DO NOTHING
                """)
            .bind("username", user.username())
            .bind("tenant", user.tenantId().value())
            .bind("hash", hash)
            .bindArray("roles", String.class, names(user.roles()))
            .bind("now", utc(user.createdAt()))
            .execute()
        == 1;
  }

  /** The operator, whose password is the operator's own choice; where there is none yet. */
  static void insertOperator(Handle handle, String username, String hash, Instant now) {
    insert(handle, row(TenantId.DEFAULT, username, Set.of(Role.ADMIN), now), hash);
  }

  static UserView view(ResultSet row) throws SQLException {
    var username = row.getString("username");
    return new UserView(
        username,
        username,
        new TenantId(row.getString("tenant_id")),
        roles(row.getArray("roles")),
        instant(row, "created_at"));
  }

  static Set<Role> roles(Array array) throws SQLException {
    var roles = EnumSet.noneOf(Role.class);
    for (var name : (String[]) array.getArray()) {
      roles.add(Role.valueOf(name));
    }
    return roles;
  }

  static Object[] names(Set<Role> roles) {
    return Arrays.stream(Role.values()).filter(roles::contains).map(Role::name).toArray();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
