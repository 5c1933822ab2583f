package io.beckon.persistence.compliance;

import io.beckon.persistence.JsonColumn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One kept decision, as a row and as the line that its hash covers: a JSON array of the fields in
 * the order they stand here. Whoever has the lines of a chain can check it with SHA-256 alone.
 *
 * @param at to the microsecond, as PostgreSQL keeps it
 * @param attempt null: {@code times} attempts, none of which could be checked
 * @param until when the last of many was asked for
 * @param callResult its number
 */
record EvidenceLine(
    UUID id,
    Instant at,
    @Nullable UUID attempt,
    @Nullable Long group,
    String channel,
    @Nullable String deviceHmac,
    boolean allowed,
    boolean uncertain,
    int times,
    @Nullable Instant until,
    long ruleSet,
    @Nullable Rule rule,
    @Nullable String inputs) {

  /** What the rule said that denied. */
  record Rule(
      String id,
      String type,
      int version,
      String reason,
      int callResult,
      @Nullable Instant allowedFrom) {
    Rule {
      allowedFrom = micros(allowedFrom);
    }
  }

  EvidenceLine {
    at = at.truncatedTo(ChronoUnit.MICROS);
    until = micros(until);
  }

  private static @Nullable Instant micros(@Nullable Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
  }

  LocalDate day() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  String text(long seq) {
    Rule denying = rule;
    return JsonColumn.write(
        Arrays.asList(
            seq,
            id.toString(),
            at.toString(),
            text(attempt),
            group,
            channel,
            deviceHmac,
            allowed,
            uncertain,
            times,
            text(until),
            ruleSet,
            denying == null ? null : denying.id(),
            denying == null ? null : denying.type(),
            denying == null ? null : denying.version(),
            denying == null ? null : denying.reason(),
            denying == null ? null : denying.callResult(),
            denying == null ? null : text(denying.allowedFrom()),
            inputs));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** The hash a chain begins with: of whose it is. */
  static byte[] start(String tenant, LocalDate day, UUID writer) {
    return sha256("beckon-evidence-1\n" + tenant + "\n" + day + "\n" + writer);
  }

  /** The hash of a line that stands behind one with hash {@code before}. */
  static byte[] next(byte[] before, String text) {
    return sha256(HexFormat.of().formatHex(before) + "\n" + text);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static EvidenceLine read(ResultSet row) throws SQLException {
    byte[] device = row.getBytes("device_hmac");
    String ruleId = row.getString("rule_id");
    return new EvidenceLine(
        row.getObject("decision_id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("attempt_id", UUID.class),
        row.getObject("group_id", Long.class),
        row.getString("channel"),
        device == null ? null : HexFormat.of().formatHex(device),
        row.getBoolean("allowed"),
        row.getBoolean("uncertain"),
        row.getInt("times"),
        instant(row, "until"),
        row.getLong("rule_set"),
        ruleId == null ? null : rule(row, ruleId),
        row.getString("inputs"));
  }

  private static Rule rule(ResultSet row, String id) throws SQLException {
    return new Rule(
        id,
        String.valueOf(row.getString("rule_type")),
        row.getInt("rule_version"),
        String.valueOf(row.getString("reason")),
        row.getInt("call_result"),
        instant(row, "allowed_from"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
