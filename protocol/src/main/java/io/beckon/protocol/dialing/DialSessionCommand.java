package io.beckon.protocol.dialing;

import akka.actor.typed.ActorRef;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import io.beckon.protocol.Wire;
import java.time.Instant;

/** What a dial session is told. Entity id: {@link SessionId#entityId()}. */
public sealed interface DialSessionCommand extends Wire {
  EntityTypeKey<DialSessionCommand> TYPE =
      EntityTypeKey.create(DialSessionCommand.class, "DialSession");

  /** "Be there and go on": sent by the RunKeeper to every unfinished session; idempotent. */
  record Wake() implements DialSessionCommand {}

  /**
   * Leave to start attempts now. Credit that finds no claimed record is lost, not saved up.
   *
   * @param pacerEpoch grants of an older pacer than the newest seen are ignored
   * @param seq counts up within an epoch
   * @param credits attempts that may be started; 0 says "be ready"
   * @param validUntil nothing is authorised on this grant after that moment
   * @param settingsRevision newer than known: the session reads the group's settings first
   */
  record Grant(long pacerEpoch, long seq, int credits, Instant validUntil, long settingsRevision)
      implements DialSessionCommand {}

  /** Paused or stopping: give claimed records back, let what is in flight end. */
  record Hold(long pacerEpoch) implements DialSessionCommand {}

  /** The run is over: end when nothing is open any more. */
  record Finish() implements DialSessionCommand {}

  /** A gateway's report on one attempt. */
  record Report(GatewayReport report, ActorRef<GatewayCommand> from)
      implements DialSessionCommand {}

  /** Door for messages the entity sends itself; implemented only in the actors module. */
  non-sealed interface Internal extends DialSessionCommand {}
}
