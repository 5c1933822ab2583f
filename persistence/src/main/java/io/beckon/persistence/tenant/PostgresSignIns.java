package io.beckon.persistence.tenant;

import io.beckon.persistence.Database;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.SignIns;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/** Finds users and keys in PostgreSQL, and counts wrong passwords there, for all nodes. */
public final class PostgresSignIns implements SignIns {
  private static final int LONGEST_NAME = 64;
  private static final RefusedException WRONG =
      new RefusedException(
          new Refusal(
              "BAD_CREDENTIALS",
              401,
              "Username and password do not belong together.",
              "Check both; an administrator can set a new password.",
              List.of()));

  private record Kept(SignedIn signedIn, String hash) {}

  private final Database database;
  private final PasswordHash passwords;
  private final Clock clock;

  public PostgresSignIns(Database database, PasswordHash passwords, Clock clock) {
    this.database = database;
    this.passwords = passwords;
    this.clock = clock;
  }

  @Override
  public CompletionStage<SignedIn> byPassword(String username, String password) {
    if (username.length() > LONGEST_NAME || username.indexOf('\0') >= 0) {
      return CompletableFuture.failedFuture(WRONG);
    }
    return database
        .withHandle(h -> checked(h, username, password))
        .thenApply(found -> found.orElseThrow(() -> WRONG));
  }

  private Optional<SignedIn> checked(Handle handle, String username, String password) {
    refuseWhileLocked(handle, username);
    var kept = kept(handle, username);
    var hash = kept.map(Kept::hash).orElseGet(passwords::nobody);
    var right = PasswordHash.matches(password, hash) && kept.isPresent();
    if (right) {
      handle.execute("DELETE FROM sign_in_failure WHERE username = ?", username);
      return kept.map(Kept::signedIn);
    }
    count(handle, username);
    return Optional.empty();
  }

  private void refuseWhileLocked(Handle handle, String username) {
    var now = clock.instant();
    handle
        .createQuery("SELECT failures, last_at FROM sign_in_failure WHERE username = :username")
        .bind("username", username)
        .map((row, c) -> new LockOut(row.getInt("failures"), UserRows.instant(row, "last_at")))
        .findOne()
        .filter(lock -> lock.holdsOff(now))
        .ifPresent(
            lock -> {
              var seconds = Duration.between(now, lock.openAt()).toSeconds() + 1;
              throw new RefusedException(
                  new Refusal(
                      "TOO_MANY_ATTEMPTS",
                      429,
                      "There were too many wrong passwords in a row.",
                      "Wait " + seconds + " seconds, then try again.",
                      List.of()));
            });
  }

  /** Also sweeps rows nobody has touched for a day, so that invented names do not pile up. */
  private void count(Handle handle, String username) {
    var now = clock.instant();
    handle
        .createUpdate(
            """
            WITH swept AS (DELETE FROM sign_in_failure
                           WHERE last_at < :dayAgo AND username <> :username)
            INSERT INTO sign_in_failure (username, failures, last_at) VALUES (:username, 1, :now)
            ON CONFLICT (username) DO UPDATE
            SET failures = CASE WHEN sign_in_failure.last_at < :dayAgo THEN 1
                                ELSE sign_in_failure.failures + 1 END, last_at = :now
            """)
        .bind("username", username)
        .bind("now", UserRows.utc(now))
        .bind("dayAgo", UserRows.utc(now.minus(Duration.ofDays(1))))
        .execute();
  }

  @Override
  public CompletionStage<Optional<SignedIn>> byUsername(String username) {
    return database.withHandle(h -> kept(h, username).map(Kept::signedIn));
  }

  private static Optional<Kept> kept(Handle handle, String username) {
    return handle
        .createQuery("SELECT * FROM app_user WHERE username = :username")
        .bind("username", username)
        .map((row, context) -> new Kept(signedIn(row), row.getString("password_hash")))
        .findOne();
  }

  private static SignedIn signedIn(ResultSet row) throws SQLException {
    var who =
        new Principal(
            new TenantId(row.getString("tenant_id")),
            row.getString("username"),
            UserRows.roles(row.getArray("roles")));
    return new SignedIn(who, row.getInt("session_epoch"));
  }

  @Override
  public CompletionStage<Optional<Principal>> byKey(String key) {
    return database.withHandle(
        h ->
            h.createQuery("SELECT tenant_id, name, roles FROM api_key WHERE key_hash = :hash")
                .bind("hash", PostgresApiKeys.hash(key))
                .map(
                    (row, context) ->
                        new Principal(
                            new TenantId(row.getString("tenant_id")),
                            "key:" + row.getString("name"),
                            UserRows.roles(row.getArray("roles"))))
                .findOne());
  }
}
