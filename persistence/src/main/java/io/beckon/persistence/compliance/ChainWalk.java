package io.beckon.persistence.compliance;

import io.beckon.protocol.compliance.Evidence.Code;
import io.beckon.protocol.compliance.Evidence.Problem;
import io.beckon.protocol.compliance.Evidence.Verification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the chains of a tenant's day, in the order of writers and rows, holding one hash at
 * a time. Pure.
 */
final class ChainWalk {
  private final String tenant;
  private final LocalDate day;
  private final MessageDigest root = sha256();
  private final List<Problem> problems = new ArrayList<>();
  private @Nullable End expected;
  private long seq;
  private byte[] hash = new byte[0];
  private long decisions;
  private long chains;

  /** Where a chain ended by what was noted when it was written; length 0: nothing was. */
  record End(UUID writer, long length, byte[] head) {}

  ChainWalk(String tenant, LocalDate day) {
    this.tenant = tenant;
    this.day = day;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next chain begins. */
  void chain(End end) {
    finishChain();
    expected = end;
    seq = 0;
    hash = EvidenceLine.start(tenant, day, end.writer());
    if (end.length() == 0) {
      problem(Code.ADDED, null, "The chain was never begun.");
    }
  }

  /**
   * The next row of it.
   *
   * @param stored its hash as it stands beside it
   */
  void row(long rowSeq, String text, byte[] stored) {
    decisions++;
    if (rowSeq != seq + 1) {
      problem(Code.MISSING, rowSeq, "Before it stands row " + seq + ".");
    }
    byte[] right = EvidenceLine.next(hash, text);
    if (rowSeq == seq + 1 && !Arrays.equals(right, stored)) {
      problem(Code.CHANGED, rowSeq, "Its hash is not that of what it says.");
    }
    // Go on from what is stored: one changed row is one problem.
    hash = stored;
    seq = rowSeq;
  }

  private void finishChain() {
    End end = expected;
    if (end == null) {
      return;
    }
    chains++;
    if (seq < end.length()) {
      problem(Code.CUT, seq, "It had " + end.length() + " rows.");
    } else if (seq > end.length() && end.length() > 0) {
      problem(Code.ADDED, seq, "It had " + end.length() + " rows.");
    } else if (end.length() > 0 && !Arrays.equals(hash, end.head())) {
      problem(Code.CHANGED, seq, "The chain ended otherwise when it was written.");
    }
    root.update(
        (end.writer() + " " + seq + " " + HexFormat.of().formatHex(hash) + "\n")
            .getBytes(StandardCharsets.UTF_8));
    expected = null;
  }

  private void problem(Code code, @Nullable Long row, String detail) {
    if (problems.size() < Verification.MOST_PROBLEMS) {
      var end = expected;
      problems.add(new Problem(code, end == null ? null : end.writer().toString(), row, detail));
    }
  }

  /** What all chains came to. */
  record Result(long decisions, long chains, String root, List<Problem> problems) {}

  Result finish() {
    finishChain();
    return new Result(
        decisions, chains, HexFormat.of().formatHex(root.digest()), List.copyOf(problems));
  }
}
