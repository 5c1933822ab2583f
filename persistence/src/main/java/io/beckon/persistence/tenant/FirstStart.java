package io.beckon.persistence.tenant;

import io.beckon.protocol.tenant.TenantId;
import io.beckon.protocol.tenant.Tenants.TenantView;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Makes the tenant {@code default} and its operator {@code admin} where they are not yet. */
public final class FirstStart {
  private static final String OPERATOR = "admin";
  private static final int PASSWORD_BYTES = 12;

  private FirstStart() {}

  /**
   * Nodes may do this side by side: one of them makes the operator.
   *
   * @param given the operator's password, also of one who is there already; null: generate one for
   *     a new operator
   * @param passwords keeps it
   * @return the password that was generated, to be printed this once
   */
  public static Optional<String> run(
      Jdbi jdbi, @Nullable String given, PasswordHash passwords, Instant now) {
    return jdbi.inTransaction(
        h -> {
          PostgresTenants.insert(h, new TenantView(TenantId.DEFAULT, "Default", "US", now));
          h.execute(
              "SELECT 1 FROM tenant WHERE tenant_id = ? FOR UPDATE", TenantId.DEFAULT.value());
          var kept = hash(h);
          if (kept.isPresent()) {
            if (given != null && !PasswordHash.matches(given, kept.get())) {
              replace(h, passwords.of(given));
            }
            return Optional.empty();
          }
          var password = given == null ? generated() : given;
          UserRows.insertOperator(h, OPERATOR, passwords.of(password), now);
          return given == null ? Optional.of(password) : Optional.empty();
        });
  }

  private static Optional<String> hash(Handle handle) {
    return handle
        .createQuery("SELECT password_hash FROM app_user WHERE username = :username")
        .bind("username", OPERATOR)
        .mapTo(String.class)
        .findOne();
  }

  private static void replace(Handle handle, String hash) {
    handle
        .createUpdate(
            """
            UPDATE app_user SET password_hash = :hash, session_epoch = session_epoch + 1
            WHERE username = :username
            """)
        .bind("hash", hash)
        .bind("username", OPERATOR)
        .execute();
  }

  private static String generated() {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
