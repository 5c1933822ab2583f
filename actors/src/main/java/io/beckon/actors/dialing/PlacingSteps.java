package io.beckon.actors.dialing;

import akka.persistence.typed.javadsl.Effect;
import io.beckon.actors.dialing.SessionMessage.Checked;
import io.beckon.actors.dialing.SessionMessage.Claimed;
import io.beckon.actors.dialing.SessionMessage.GivenBack;
import io.beckon.actors.dialing.SessionMessage.Refreshed;
import io.beckon.actors.dialing.SessionMessage.Stored;
import io.beckon.protocol.dialing.DialSessionCommand.Grant;
import io.beckon.protocol.dialing.DialSessionEvent;
import io.beckon.protocol.dialing.DialStore.NewAttempt;
import java.time.Instant;
import java.util.List;

/** From a grant over claim and check to a call that may be placed. */
final class PlacingSteps {
  private final SessionShell shell;
  private final Placing placing;
  private final Settling settling;
  private final SettlingSteps settle;

  PlacingSteps(SessionShell shell, Placing placing, Settling settling, SettlingSteps settle) {
    this.shell = shell;
    this.placing = placing;
    this.settling = settling;
    this.settle = settle;
  }

  Effect<DialSessionEvent, DialSessionState> onGrant(DialSessionState s, Grant c) {
    if (shell.work.ready) {
      placing.granted(c);
      if (c.credits() > 0) {
        shell.work.statusDue = true;
        shell.flushSoon();
      }
    }
    return shell.effect.none();
  }

  Effect<DialSessionEvent, DialSessionState> onChecked(DialSessionState s, Checked c) {
    List<NewAttempt> allowed = placing.checked(c);
    if (allowed.isEmpty()) {
      return shell.effect.none();
    }
    Instant at = allowed.get(0).authorisedAt();
    List<DialSessionEvent> events = placing.events(allowed, at);
    return shell
        .effect
        .persist(events)
        .thenRun((DialSessionState now) -> shell.io.authorise(shell.work.epoch, allowed, at));
  }

  Effect<DialSessionEvent, DialSessionState> onStored(DialSessionState s, Stored c) {
    if (c.gone() != null) {
      placing.place(c, c.gone());
      settling.notWritten(c.gone());
      return c.gone().isEmpty() ? shell.effect.none() : settle.onFlush(s);
    } else if (Failures.isFenced(c.error())) {
      return shell.stop();
    }
    shell.trouble("DATABASE_AWAY", c.error());
    settling.notWritten(c.attempts());
    return settle.onFlush(s);
  }

  Effect<DialSessionEvent, DialSessionState> onClaimed(DialSessionState s, Claimed c) {
    shell.work.claiming = false;
    if (c.records() != null) {
      placing.claimed(c.records());
      shell.flushSoon();
    } else if (Failures.isFenced(c.error())) {
      return shell.stop();
    } else {
      shell.trouble("DATABASE_AWAY", c.error());
      shell.work.claimAgain = shell.parts.clock().instant().plusSeconds(1);
    }
    return shell.effect.none();
  }

  Effect<DialSessionEvent, DialSessionState> onRefreshed(DialSessionState s, Refreshed c) {
    shell.work.refreshing = false;
    if (c.view() != null) {
      shell.work.settings = c.view().settings();
      shell.work.times = c.view().times();
      shell.work.zones = c.view().zones();
      placing.claimIfWanted();
    } else {
      shell.trouble("RULES_UNKNOWN", c.error());
    }
    return shell.effect.none();
  }

  Effect<DialSessionEvent, DialSessionState> onHold(DialSessionState s) {
    shell.work.lastGrant = Instant.EPOCH;
    placing.returnStock();
    shell.tellPacer(s);
    return shell.effect.none();
  }

  Effect<DialSessionEvent, DialSessionState> onGivenBack(DialSessionState s, GivenBack c) {
    if (c.error() == null) {
      shell.work.releasing = List.of();
    } else if (Failures.isFenced(c.error())) {
      return shell.stop();
    } else {
      shell.trouble("DATABASE_AWAY", c.error());
      shell.work.releases.addAll(shell.work.releasing);
      shell.work.releasing = List.of();
    }
    return shell.effect.none();
  }
}
