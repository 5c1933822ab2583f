package io.beckon.actors.list;

import io.beckon.protocol.event.ChangeFeed;
import io.beckon.protocol.list.ImportLoads;
import io.beckon.protocol.list.Staging;
import io.beckon.protocol.pgp.PgpSecrets;
import io.beckon.protocol.reference.Locators;
import io.beckon.protocol.suppression.SuppressionPublisher;
import java.time.Clock;

/**
 * What a loader reaches out to.
 *
 * @param largestUnpacked bytes to which a packed file or a workbook may unpack
 * @param pgp for files that are encrypted
 */
public record LoadPorts(
    ImportLoads loads,
    Staging staging,
    SuppressionPublisher publisher,
    ChangeFeed changes,
    Clock clock,
    long largestUnpacked,
    PgpSecrets pgp,
    Locators locators) {
  /** 20 GiB: 250 million numbers with name and address. */
  public static final long USUAL_UNPACKED = 20L << 30;
}
