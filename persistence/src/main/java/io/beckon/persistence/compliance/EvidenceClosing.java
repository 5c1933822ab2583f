package io.beckon.persistence.compliance;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.compliance.RootRows.Statement;
import io.beckon.protocol.list.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes days that are over, of every tenant one after the other, days without decisions too, so
 * that a day that is gone is missed: goes through its chains and signs what they come to. From then
 * on nothing is added to it.
 */
public final class EvidenceClosing implements Sweep {
  private static final Logger log = LoggerFactory.getLogger(EvidenceClosing.class);

  /** After midnight, UTC: decisions on their way then are written before. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private static final String DUE =
      """
      SELECT tenant_id, next FROM (
        SELECT t.tenant_id, coalesce(
          (SELECT max(r.day) + 1 FROM evidence_root r WHERE r.tenant_id = t.tenant_id),
          (SELECT min(c.day) FROM evidence_chain c WHERE c.tenant_id = t.tenant_id)) AS next
        FROM tenant t) due
      WHERE next < :open ORDER BY next, tenant_id LIMIT 1
      """;

  private final Database database;
  private final EvidenceKeys keys;
  private final Clock clock;

  private record Due(String tenant, LocalDate day) {}

  public EvidenceClosing(Database database, EvidenceKeys keys, Clock clock) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Boolean> step() {
    return database.inTransaction(
        handle -> {
          var due =
              handle
                  .createQuery(DUE)
                  .bind("open", openDay())
                  .map((row, ctx) -> new Due(row.getString(1), row.getObject(2, LocalDate.class)))
                  .findOne();
          due.ifPresent(day -> close(handle, day));
          return due.isPresent();
        });
  }

  private LocalDate openDay() {
    return LocalDate.ofInstant(clock.instant().minus(GRACE), ZoneOffset.UTC);
  }

  private void close(Handle handle, Due due) {
    // Waits for whoever still writes to that day, and lets nobody begin.
    handle.execute("SELECT pg_advisory_xact_lock(221, (?::date - DATE '2000-01-01'))", due.day());
    if (RootRows.find(handle, due.tenant(), due.day()).isPresent()) {
      return;
    }
    var result = EvidenceRows.walk(handle, due.tenant(), due.day());
    if (!result.problems().isEmpty()) {
      log.warn("evidence=broken tenant={} day={}", due.tenant(), due.day());
    }
    var statement =
        new Statement(
            Statement.FORMAT,
            due.tenant(),
            due.day(),
            result.decisions(),
            result.chains(),
            result.root(),
            result.problems().size(),
            previous(handle, due),
            clock.instant());
    var signed = keys.sign(handle, JsonColumn.write(statement));
    RootRows.insert(handle, due.tenant(), due.day(), signed);
    log.info(
        "evidence=closed tenant={} day={} decisions={} root={}",
        due.tenant(),
        due.day(),
        result.decisions(),
        result.root());
  }

  private static @Nullable String previous(Handle handle, Due due) {
    return RootRows.find(handle, due.tenant(), due.day().minusDays(1))
        .map(root -> RootRows.sha256(root.signed().statement()))
        .orElse(null);
  }
}
