package io.beckon.actors.list;

import io.beckon.protocol.event.ChangeFeed;
import io.beckon.protocol.list.ImportLoads;
import io.beckon.protocol.list.Staging;
import io.beckon.protocol.suppression.SuppressionPublisher;
import java.time.Clock;

/** What a loader reaches out to. */
public record LoadPorts(
    ImportLoads loads,
    Staging staging,
    SuppressionPublisher publisher,
    ChangeFeed changes,
    Clock clock) {}
