package io.beckon.persistence.reference;

import io.beckon.persistence.Database;
import io.beckon.persistence.Pages;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.reference.BadReferenceDataException;
import io.beckon.protocol.reference.DataId;
import io.beckon.protocol.reference.DataSet;
import io.beckon.protocol.reference.DataSetReader;
import io.beckon.protocol.reference.ReferenceVersion;
import io.beckon.protocol.reference.ReferenceVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/**
 * {@link ReferenceVersions} on PostgreSQL: files are kept there whole, so that every node has them.
 */
public final class PostgresReferenceVersions implements ReferenceVersions {
  /** Its name space for advisory locks: one activation after the other. */
  private static final int LOCK = 110;

  private static final String ACTIVE =
      """
      SELECT coalesce(d.numbers, 0) AS numbers, coalesce(d.postal_codes, 0) AS postal_codes,
        coalesce(d.states, 0) AS states, coalesce(d.countries, 0) AS countries
      FROM reference_activation a LEFT JOIN reference_data d USING (data_id)
      ORDER BY a.activation_id DESC LIMIT 1
      """;

  private static final String INSERT =
      """
      INSERT INTO reference_data (version, data_date, source, origin, sha256, bytes, numbers,
        postal_codes, states, countries, content, added_at, added_by)
      VALUES (:version, :date, :source, :origin, :sha, :bytes, :numbers, :postal, :states,
        :countries, :content, :now, :by)
      RETURNING data_id
      """;

  private final Database database;
  private final Clock clock;

  public PostgresReferenceVersions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Page<ReferenceVersion>> page(PageRequest page) {
    return database.withHandle(
        handle -> {
          long before = page.afterNumber(Long.MAX_VALUE);
          var found = new ArrayList<>(VersionRows.before(handle, before, page.limit() + 1));
          if (found.size() <= page.limit()) {
            found.add(VersionRows.bundled(handle));
          }
          return Pages.of(found, page, row -> Long.toString(row.id().value()));
        });
  }

  @Override
  public CompletionStage<Optional<ReferenceVersion>> find(DataId id) {
    return database.withHandle(handle -> VersionRows.find(handle, id));
  }

  @Override
  public CompletionStage<ReferenceVersion> add(NewFile file) {
    return database.withHandle(
        handle -> {
          var data = read(file);
          var packed = PackedFile.of(file.file());
          return handle.inTransaction(h -> kept(h, file, data, packed));
        });
  }

  private static DataSet read(NewFile file) {
    try (var stream = Files.newInputStream(file.file())) {
      return DataSetReader.read(stream);
    } catch (BadReferenceDataException e) {
      throw new RefusedException(
          Refusal.invalid(
              "BAD_REFERENCE_DATA",
              "The data is not taken: " + sentences(e),
              "Mend these lines and send the file again; what was active stays so."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sentences(BadReferenceDataException bad) {
    var said = bad.flaws().stream().limit(5).map(f -> f + ".").toList();
    int more = bad.flaws().size() - said.size();
    return String.join(" ", said) + (more > 0 ? " And " + more + " more." : "");
  }

  private ReferenceVersion kept(Handle handle, NewFile file, DataSet data, PackedFile packed) {
    handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
    var known = VersionRows.withContent(handle, packed.sha256());
    if (known.isPresent()) {
      return known.get();
    }
    if (!file.force()) {
      requireEnough(handle, data.counts());
    }
    long id =
        handle
            .createQuery(INSERT)
            .bind("version", data.heading().version())
            .bind("date", data.heading().date())
            .bind("source", file.source())
            .bind("origin", file.origin())
            .bind("sha", packed.sha256())
            .bind("bytes", packed.bytes())
            .bind("numbers", data.counts().numbers())
            .bind("postal", data.counts().postalCodes())
            .bind("states", data.counts().states())
            .bind("countries", data.counts().countries())
            .bind("content", packed.gzipped())
            .bind("now", clock.instant())
            .bind("by", file.by())
            .mapTo(Long.class)
            .one();
    return VersionRows.find(handle, new DataId(id)).orElseThrow();
  }

  private static void requireEnough(Handle handle, DataSet.Counts now) {
    var active =
        handle
            .createQuery(ACTIVE)
            .map(
                (row, ctx) ->
                    new DataSet.Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
            .findOne()
            .orElse(DataSet.Counts.NONE);
    if (now.numbers() * 2L < active.numbers()
        || now.postalCodes() * 2L < active.postalCodes()
        || now.states() * 2L < active.states()
        || now.countries() * 2L < active.countries()) {
      throw new RefusedException(
          Refusal.conflict(
              "TOO_SMALL",
              "The data has "
                  + said(now)
                  + ", less than half of what is active, which has "
                  + said(active)
                  + ".",
              "See whether the file is whole; if it is meant to be so, upload it with force=true."));
    }
  }

  private static String said(DataSet.Counts counts) {
    return counts.numbers()
        + " prefixes of numbers, "
        + counts.postalCodes()
        + " of postal codes, "
        + counts.states()
        + " states and "
        + counts.countries()
        + " countries";
  }

  @Override
  public CompletionStage<ReferenceVersion> activate(DataId id, String by) {
    return database.inTransaction(
        handle -> {
          handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
          var version =
              VersionRows.find(handle, id)
                  .orElseThrow(
                      () ->
                          new RefusedException(
                              Refusal.notFound("version of the reference data", id)));
          if (version.active()) {
            return version;
          }
          handle.execute(
              "INSERT INTO reference_activation (data_id, activated_at, activated_by)"
                  + " VALUES (?, ?, ?)",
              id.equals(DataId.BUNDLED) ? null : id.value(),
              clock.instant(),
              by);
          return VersionRows.find(handle, id).orElseThrow();
        });
  }
}
