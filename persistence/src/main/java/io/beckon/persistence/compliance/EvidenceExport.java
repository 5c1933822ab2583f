package io.beckon.persistence.compliance;

import akka.NotUsed;
import akka.japi.Pair;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.persistence.Database;
import io.beckon.persistence.compliance.ChainWalk.End;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A day as text that can be checked without Beckon ({@code bin/verify-evidence}), one piece after
 * the other: a line for each key, chain and row, then the root, then a signature over all of it.
 */
final class EvidenceExport {
  private static final String FORMAT = "beckon-evidence-export 1\n";

  private final Database database;
  private final EvidenceKeys keys;
  private final String tenant;
  private final LocalDate day;
  private final MessageDigest digest;
  private final Deque<End> chains = new ArrayDeque<>();
  private @Nullable End current;
  private long after;

  /** What is written next. */
  private enum Part {
    HEAD,
    ROWS,
    END,
    DONE
  }

  EvidenceExport(Database database, EvidenceKeys keys, String tenant, LocalDate day) {
    this.database = database;
    this.keys = keys;
    this.tenant = tenant;
    this.day = day;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** To be run once. */
  Source<ByteString, NotUsed> text() {
    return Source.unfoldAsync(Part.HEAD, this::next);
  }

  private CompletionStage<Optional<Pair<Part, ByteString>>> next(Part part) {
    return switch (part) {
      case HEAD -> database.inTransaction(h -> said(Part.ROWS, head(h)));
      case ROWS -> database.withHandle(h -> said(Part.ROWS, rows(h))).thenApply(this::orEnd);
      case END -> database.inTransaction(h -> said(Part.DONE, end(h)));
      case DONE -> CompletableFuture.completedFuture(Optional.empty());
    };
  }

  private Optional<Pair<Part, ByteString>> orEnd(Optional<Pair<Part, ByteString>> rows) {
    boolean over = current == null && chains.isEmpty();
    return rows.map(pair -> over ? Pair.create(Part.END, pair.second()) : pair);
  }

  private Optional<Pair<Part, ByteString>> said(Part next, String text) {
    var bytes = ByteString.fromString(text);
    digest.update(bytes.toArray());
    return Optional.of(Pair.create(next, bytes));
  }

  private String head(Handle handle) {
    var text = new StringBuilder(FORMAT);
    text.append("tenant ").append(tenant).append("\nday ").append(day).append('\n');
    for (var key : keys.published(handle)) {
      String oneLine = key.key().replaceAll("-----[A-Z ]+-----|\\s", "");
      text.append("key ").append(key.id()).append(' ').append(oneLine).append('\n');
    }
    chains.addAll(EvidenceRows.chains(handle, tenant, day));
    return text.toString();
  }

  private String rows(Handle handle) {
    var text = new StringBuilder();
    End chain = current;
    if (chain == null) {
      chain = chains.poll();
      if (chain == null) {
        return "";
      }
      current = chain;
      after = 0;
      text.append("chain ").append(chain.writer()).append('\n');
    }
    var rows = EvidenceRows.rows(handle, tenant, day, chain.writer(), after);
    for (var row : rows) {
      after = row.seq();
      text.append("row ").append(HexFormat.of().formatHex(row.hash())).append(' ');
      text.append(row.text()).append('\n');
    }
    if (rows.size() < EvidenceRows.PIECE) {
      current = null;
    }
    return text.toString();
  }

  private String end(Handle handle) {
    var text = new StringBuilder();
    RootRows.find(handle, tenant, day)
        .ifPresent(
            root ->
                text.append("root ")
                    .append(root.signed().statement())
                    .append("\nroot-signature ")
                    .append(root.signed().keyId())
                    .append(' ')
                    .append(root.signed().signature())
                    .append('\n'));
    digest.update(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String sum = HexFormat.of().formatHex(digest.digest());
    var signed = keys.sign(handle, sum);
    return text.append("end ")
        .append(sum)
        .append(' ')
        .append(signed.keyId())
        .append(' ')
        .append(signed.signature())
        .append('\n')
        .toString();
  }
}
