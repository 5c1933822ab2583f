package io.beckon.actors.list;

import io.beckon.protocol.event.ChangeFeed;
import io.beckon.protocol.list.ImportLoads;
import io.beckon.protocol.list.Staging;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.reference.Locators;
import io.beckon.protocol.suppression.SuppressionPublisher;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/**
 * What a loader reaches out to.
 *
 * @param largestUnpacked bytes to which a packed file or a workbook may unpack
 */
public record LoadPorts(
    ImportLoads loads,
    Staging staging,
    SuppressionPublisher publisher,
    ChangeFeed changes,
    Clock clock,
    long largestUnpacked,
    Locators locators) {
  /** 20 GiB: 250 million numbers with name and address. */
  public static final long USUAL_UNPACKED = 20L << 30;

  /** Ports of loads that know no more than what comes with the program. */
  public LoadPorts(
      ImportLoads loads,
      Staging staging,
      SuppressionPublisher publisher,
      ChangeFeed changes,
      Clock clock,
      long largestUnpacked) {
    this(
        loads,
        staging,
        publisher,
        changes,
        clock,
        largestUnpacked,
        tenant -> CompletableFuture.completedFuture(Locator.BUNDLED));
  }
}
