package io.beckon.protocol.compliance;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Decisions as evidence: rows of one writer, tenant and day (UTC) are a chain of hashes; a closed
 * day has a signed root over all chains. Nothing of it can be changed without being found.
 */
public interface Evidence {
  /** Days that are closed, newest first. */
  CompletionStage<Page<Root>> roots(TenantId tenant, PageRequest page);

  /**
   * Goes through all chains of a day.
   *
   * @param kept the root as it was exported once, against that of today; null: only the latter
   */
  CompletionStage<Verification> verify(TenantId tenant, LocalDate day, @Nullable Signed kept);

  /** All rows of the day with what is needed to check them offline, as text; streamed, signed. */
  Source<ByteString, NotUsed> export(TenantId tenant, LocalDate day);

  /** The keys roots are and were signed with; the first signs now. */
  CompletionStage<List<PublicKey>> keys();

  /**
   * A statement and who vouches for it.
   *
   * @param statement JSON as it was signed, byte for byte
   * @param signature Ed25519, base64
   */
  record Signed(String statement, String signature, String keyId) {}

  /**
   * A closed day.
   *
   * @param decisions rows in all chains
   * @param root what all chains came to: SHA-256, hex
   */
  record Root(LocalDate day, long decisions, long chains, String root, Signed signed) {}

  /**
   * What going through a day has shown.
   *
   * @param unchained rows from before there were chains
   * @param problems at most {@link #MOST_PROBLEMS}, in the order in which they were found
   * @param root null: not closed
   */
  record Verification(
      LocalDate day,
      State state,
      long decisions,
      long chains,
      long unchained,
      List<Problem> problems,
      @Nullable Root root) {
    public static final int MOST_PROBLEMS = 100;

    public Verification {
      problems = List.copyOf(problems);
    }
  }

  /** How a day stands. */
  enum State {
    /** Not over, or not closed yet; what there is holds together. */
    OPEN,
    /** Closed, and every row is as it was then. */
    VERIFIED,
    /** Closed, and the rows are older than they are kept; the root is as it was signed. */
    RETIRED,
    /** Something was changed. */
    BROKEN
  }

  /**
   * Something that does not fit.
   *
   * @param writer whose chain; null: the whole day
   * @param seq where in it
   */
  record Problem(Code code, @Nullable String writer, @Nullable Long seq, String detail) {}

  /** What does not fit. */
  enum Code {
    /** A row is not what it was when it was written, or another stands in its place. */
    CHANGED,
    /** Rows are missing within a chain. */
    MISSING,
    /** A chain ends too early, or is not there at all. */
    CUT,
    /** Rows stand behind the end of a chain, or in none that was ever begun. */
    ADDED,
    /** All chains together do not come to what was signed. */
    ROOT_DIFFERS,
    /** The root was not signed by this installation, or was changed since. */
    BAD_SIGNATURE,
    /** The day is over and was closed, but there is no root of it, or not the one given. */
    NO_ROOT
  }

  /**
   * @param key X.509, PEM
   */
  record PublicKey(String id, String algorithm, String key) {}
}
