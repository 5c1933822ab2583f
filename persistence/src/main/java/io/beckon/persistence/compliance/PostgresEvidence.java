package io.beckon.persistence.compliance;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.persistence.Database;
import io.beckon.persistence.Pages;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.compliance.Evidence;
import io.beckon.protocol.tenant.TenantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@link Evidence} in PostgreSQL. */
public final class PostgresEvidence implements Evidence {
  private final Database database;
  private final EvidenceKeys keys;

  public PostgresEvidence(Database database, EvidenceKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  @Override
  public CompletionStage<Page<Root>> roots(TenantId tenant, PageRequest page) {
    LocalDate before =
        page.after() == null ? LocalDate.of(9999, 1, 1) : LocalDate.parse(page.after());
    return database.withHandle(
        h ->
            Pages.of(
                RootRows.before(h, tenant.value(), before, page.limit() + 1),
                page,
                root -> root.day().toString()));
  }

  @Override
  public CompletionStage<List<PublicKey>> keys() {
    return database.inTransaction(keys::published);
  }

  @Override
  public Source<ByteString, NotUsed> export(TenantId tenant, LocalDate day) {
    return Source.lazySource(() -> new EvidenceExport(database, keys, tenant.value(), day).text())
        .mapMaterializedValue(any -> NotUsed.getInstance());
  }

  @Override
  public CompletionStage<Verification> verify(
      TenantId tenant, LocalDate day, @Nullable Signed kept) {
    return database.inTransaction(
        handle -> {
          // One moment: chains grow meanwhile.
          handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
          return verified(handle, tenant.value(), day, kept);
        });
  }

  Verification verified(Handle handle, String tenant, LocalDate day, @Nullable Signed kept) {
    Root root = RootRows.find(handle, tenant, day).orElse(null);
    boolean retired = root != null && isRetired(handle, day);
    var result =
        root != null && retired
            ? new ChainWalk.Result(root.decisions(), root.chains(), root.root(), List.of())
            : EvidenceRows.walk(handle, tenant, day);
    List<Problem> problems = new ArrayList<>(result.problems());
    if (root != null) {
      checkRoot(handle, tenant, root, result, problems);
    } else if (kept != null || isFollowed(handle, tenant, day)) {
      problems.add(whole(Code.NO_ROOT, "The day was closed, but its root is gone."));
    }
    if (kept != null && root != null) {
      checkKept(handle, root, kept, problems);
    }
    return new Verification(
        day,
        state(root, retired, problems),
        result.decisions(),
        result.chains(),
        EvidenceRows.unchained(handle, tenant, day),
        problems.subList(0, Math.min(problems.size(), Verification.MOST_PROBLEMS)),
        root);
  }

  private static State state(@Nullable Root root, boolean retired, List<Problem> problems) {
    if (!problems.isEmpty()) {
      return State.BROKEN;
    }
    if (root == null) {
      return State.OPEN;
    }
    return retired ? State.RETIRED : State.VERIFIED;
  }

  private void checkRoot(
      Handle handle, String tenant, Root root, ChainWalk.Result result, List<Problem> problems) {
    if (!keys.isOurs(handle, root.signed())) {
      problems.add(whole(Code.BAD_SIGNATURE, "The root is not as this installation signed it."));
    }
    var statement = RootRows.read(root.signed().statement());
    if (!statement
        .filter(s -> s.tenant().equals(tenant) && s.day().equals(root.day()))
        .isPresent()) {
      problems.add(whole(Code.BAD_SIGNATURE, "The root is another day's or another tenant's."));
    }
    if (!result.root().equals(root.root()) || result.decisions() != root.decisions()) {
      problems.add(
          whole(
              Code.ROOT_DIFFERS,
              "All chains come to " + result.root() + ", signed was " + root.root() + "."));
    }
    var before = RootRows.find(handle, tenant, root.day().minusDays(1));
    var previous = before.map(b -> RootRows.sha256(b.signed().statement())).orElse(null);
    var expected = statement.map(RootRows.Statement::previous);
    if (expected.isPresent() && !expected.get().equals(previous)) {
      problems.add(whole(Code.NO_ROOT, "The root of the day before is gone, or another."));
    }
  }

  /** A root that was kept outside is worth more than the one beside the rows. */
  private void checkKept(Handle handle, Root root, Signed kept, List<Problem> problems) {
    if (!keys.isOurs(handle, kept)) {
      problems.add(
          whole(Code.BAD_SIGNATURE, "The root given was not signed by this installation."));
    } else if (!kept.statement().equals(root.signed().statement())) {
      problems.add(whole(Code.NO_ROOT, "The root given is not the one that stands here now."));
    }
  }

  private static Problem whole(Code code, String detail) {
    return new Problem(code, null, null, detail);
  }

  private static boolean isRetired(Handle handle, LocalDate day) {
    return handle
        .createQuery(
            "SELECT to_regclass('decision_' || to_char(?::date, 'YYYYMM')) IS NULL AND EXISTS"
                + " (SELECT FROM evidence_retired WHERE month = date_trunc('month', ?::date))")
        .bind(0, day)
        .bind(1, day)
        .mapTo(boolean.class)
        .one();
  }

  private static boolean isFollowed(Handle handle, String tenant, LocalDate day) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT FROM evidence_root WHERE tenant_id = ? AND day > ?)"
                + " AND EXISTS (SELECT FROM evidence_root WHERE tenant_id = ? AND day < ?)")
        .bind(0, tenant)
        .bind(1, day)
        .bind(2, tenant)
        .bind(3, day)
        .mapTo(boolean.class)
        .one();
  }
}
