package io.beckon.actors.dialing;

import akka.actor.typed.ActorRef;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.compliance.ContactTimes;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.dialing.DialSessionCommand.Grant;
import io.beckon.protocol.dialing.DialSessionEvent.Ended;
import io.beckon.protocol.dialing.DialStore.PlacedAt;
import io.beckon.protocol.dialing.DialStore.Release;
import io.beckon.protocol.dialing.DialStore.Settings;
import io.beckon.protocol.dialing.GatewayCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an incarnation of a dial session holds in memory only; used by its one actor alone. Losing
 * it loses no attempt: claims return, reports are repeated, statuses are sent again.
 */
final class SessionWork {
  /** A session without a grant for this long gives its claims back. */
  static final Duration UNGRANTED = Duration.ofSeconds(3);

  private static final int SMALLEST_STOCK = 4;
  private static final int LARGEST_STOCK = 400;

  /** A report on its way into the journal. */
  record Arrived(Ended ended, ActorRef<GatewayCommand> from) {}

  final Deque<ClaimedRecord> stock = new ArrayDeque<>();
  final Map<AttemptId, ClaimedRecord> inHand = new HashMap<>();
  final Map<AttemptId, Arrived> arrived = new LinkedHashMap<>();
  final Set<AttemptId> connected = new HashSet<>();
  final Set<AttemptId> answered = new HashSet<>();
  final Set<AttemptId> writing = new HashSet<>();
  final Set<AttemptId> progressed = new HashSet<>();
  final List<PlacedAt> placed = new ArrayList<>();
  final Set<AttemptId> wroteBack = new LinkedHashSet<>();
  final List<Release> releases = new ArrayList<>();
  List<Release> releasing = List.of();
  private final Map<String, Instant> troubles = new TreeMap<>();

  long epoch;
  boolean ready;
  boolean claiming;
  boolean refreshing;
  boolean flushing;
  boolean finishing;
  boolean statusDue = true;
  int checking;

  long pacerEpoch;
  long grantSeq;
  int lastCredits;
  Instant lastGrant = Instant.EPOCH;
  Instant claimAgain = Instant.EPOCH;
  Instant refreshedAt = Instant.EPOCH;
  Instant fullStatusAt = Instant.EPOCH;
  Instant holdUntil = Instant.EPOCH;
  Instant writeAgain = Instant.EPOCH;
  Instant adoptAgain = Instant.EPOCH;

  @Nullable Settings settings;
  @Nullable ContactTimes times;
  List<ZoneKey> zones = List.of();

  /** Read before the session is ready, and kept. */
  GroupSettings group() {
    if (settings == null) {
      throw new IllegalStateException("the settings have not been read");
    }
    return settings.settings();
  }

  @Nullable String callerId(ClaimedRecord record) {
    return settings == null ? null : CallerIds.choose(settings, record);
  }

  long settingsRevision() {
    return settings == null ? -1 : settings.revision();
  }

  /** Takes a grant in; false when an older pacer than the newest seen sent it. */
  boolean accept(Grant grant, Instant now) {
    if (grant.pacerEpoch() < pacerEpoch
        || (grant.pacerEpoch() == pacerEpoch && grant.seq() <= grantSeq)) {
      return false;
    }
    pacerEpoch = grant.pacerEpoch();
    grantSeq = grant.seq();
    lastGrant = now;
    lastCredits = Math.max(grant.credits(), (lastCredits * 7) / 8);
    return true;
  }

  /** How many records to hold ready, so that a grant never waits for a claim. */
  int wanted() {
    int target = Math.max(SMALLEST_STOCK, Math.min(LARGEST_STOCK, 3 * lastCredits));
    return stock.size() * 2 >= target ? 0 : target - stock.size();
  }

  boolean isGranted(Instant now) {
    return lastGrant.plus(UNGRANTED).isAfter(now);
  }

  List<ZoneKey> openZones(Instant now) {
    ContactTimes known = times;
    return known == null ? List.of() : zones.stream().filter(z -> known.isOpen(z, now)).toList();
  }

  List<ClaimedRecord> takeStock(int most) {
    List<ClaimedRecord> taken = new ArrayList<>();
    while (taken.size() < most && !stock.isEmpty()) {
      taken.add(stock.removeFirst());
    }
    return taken;
  }

  void trouble(String code, Instant now) {
    troubles.put(code, now.plusSeconds(2));
    statusDue = true;
  }

  List<String> troubles(Instant now) {
    troubles.values().removeIf(until -> until.isBefore(now));
    return List.copyOf(troubles.keySet());
  }

  /** Forgets what belongs to attempts whose journal says that they have been written back. */
  void forget(List<AttemptId> attempts) {
    for (AttemptId attempt : attempts) {
      wroteBack.remove(attempt);
      inHand.remove(attempt);
      writing.remove(attempt);
      connected.remove(attempt);
      answered.remove(attempt);
      progressed.remove(attempt);
    }
  }

  /** Nothing of this incarnation is under way any more. */
  boolean isIdle() {
    return stock.isEmpty()
        && checking == 0
        && !claiming
        && releases.isEmpty()
        && releasing.isEmpty()
        && arrived.isEmpty();
  }
}
