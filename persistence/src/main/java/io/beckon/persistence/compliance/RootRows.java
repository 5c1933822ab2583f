package io.beckon.persistence.compliance;

import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.compliance.Evidence.Root;
import io.beckon.protocol.compliance.Evidence.Signed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Signed roots of closed days. */
final class RootRows {
  private RootRows() {}

  /**
   * What is signed.
   *
   * @param problems how many were found when the day was closed
   * @param previous SHA-256 of the statement of the day before, hex; null for a tenant's first day
   */
  record Statement(
      String format,
      String tenant,
      LocalDate day,
      long decisions,
      long chains,
      String root,
      int problems,
      @Nullable String previous,
      Instant closedAt) {
    static final String FORMAT = "beckon-evidence-root-1";
  }

  static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static void insert(Handle handle, String tenant, LocalDate day, Signed signed) {
    handle
        .createUpdate(
            "INSERT INTO evidence_root VALUES (:tenant, :day, :statement, :signature, :key)")
        .bind("tenant", tenant)
        .bind("day", day)
        .bind("statement", signed.statement())
        .bind("signature", Base64.getDecoder().decode(signed.signature()))
        .bind("key", signed.keyId())
        .execute();
  }

  static Optional<Root> find(Handle handle, String tenant, LocalDate day) {
    return handle
        .createQuery("SELECT * FROM evidence_root WHERE tenant_id = ? AND day = ?")
        .bind(0, tenant)
        .bind(1, day)
        .map((row, ctx) -> root(row))
        .findOne();
  }

  static List<Root> before(Handle handle, String tenant, LocalDate before, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM evidence_root WHERE tenant_id = ? AND day < ?"
                + " ORDER BY day DESC LIMIT ?")
        .bind(0, tenant)
        .bind(1, before)
        .bind(2, limit)
        .map((row, ctx) -> root(row))
        .list();
  }

  private static Root root(ResultSet row) throws SQLException {
    String text = row.getString("statement");
    var signed =
        new Signed(
            text,
            Base64.getEncoder().encodeToString(row.getBytes("signature")),
            row.getString("key_id"));
    var day = row.getObject("day", LocalDate.class);
    return read(text)
        .map(s -> new Root(day, s.decisions(), s.chains(), s.root(), signed))
        .orElseGet(() -> new Root(day, 0, 0, "", signed));
  }

  /** Empty when somebody has made something else of it. */
  static Optional<Statement> read(String text) {
    try {
      return Optional.of(JsonColumn.read(text, Statement.class));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }
}
