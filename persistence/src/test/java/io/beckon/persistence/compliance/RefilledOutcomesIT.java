package io.beckon.persistence.compliance;

import static io.beckon.persistence.compliance.CheckedStore.TENANT;
import static io.beckon.persistence.compliance.CheckedStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.TestRedis;
import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.AttemptRule.CountBy;
import io.beckon.protocol.compliance.AttemptRule.Counted;
import io.beckon.protocol.compliance.AttemptRule.Rolling;
import io.beckon.protocol.compliance.AttemptRule.Scope;
import io.beckon.protocol.compliance.Booking;
import io.beckon.protocol.compliance.ReservationStore.Mode;
import io.beckon.protocol.compliance.ReservationStore.Observation.Seen;
import io.beckon.protocol.compliance.ReservationStore.Question;
import io.beckon.protocol.compliance.ReservationStore.Tally;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.compliance.Where;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefilledOutcomesIT {
  private static final Device DEVICE = new Device("+12125550123");

  @Test
  void aRedisThatIsFilledAnewKnowsWhatBecameOfEveryAttempt() {
    CheckedStore before = CheckedStore.fresh(TestRedis.freshUri());
    attempt(before, CallResult.BUSY, false, "US-FL");
    attempt(before, CallResult.ANSWER, true, "US-NY");
    attempt(before, CallResult.ANSWER, false, null);
    attempt(before, null, false, "US-NY");
    before.close();

    try (var after = CheckedStore.linked(before.database, TestRedis.freshUri())) {
      List<Tally> tallies =
          seen(
                  after,
                  rule(CountBy.DEVICE, Counted.EVERY),
                  rule(CountBy.DEVICE, new Counted(Set.of(CallResult.BUSY), false, Where.ANYWHERE)),
                  rule(CountBy.DEVICE, new Counted(Set.of(), true, Where.ANYWHERE)),
                  rule(CountBy.DEVICE, new Counted(Set.of(), false, new Where("US", Set.of("FL")))),
                  rule(CountBy.CLIENT_ID, new Counted(Set.of(), true, Where.ANYWHERE)))
              .tallies();

      // The one that is still open counts for each rule, the one whose place is not known for each
      // place.
      assertThat(tallies).extracting(Tally::count).containsExactly(4, 2, 2, 3, 2);
    }
  }

  private static Seen seen(CheckedStore node, AttemptRule... rules) {
    var booking = new Booking(TENANT, AttemptId.create(), Channel.VOICE, null, DEVICE, "c1", false);
    var look = new Mode.LookNow(Instant.now());
    return (Seen)
        await(node.store.ask(List.of(new Question(booking, 0, look, List.of(), List.of(rules)))))
            .get(0);
  }

  private static void attempt(
      CheckedStore node, @Nullable CallResult result, boolean live, @Nullable String place) {
    node.database
        .jdbi()
        .useHandle(
            h ->
                h.createUpdate(
                        """
                        INSERT INTO attempt (attempt_id, tenant_id, group_id, run_id, record_id,
                          list_id, contact_id, client_id, device, channel, decision_id, node,
                          authorised_at, call_result, live, place)
                        VALUES (:id, 'acme', 1, 1, 1, 1, 1, 'c1', :device, 'VOICE', :id, 'node-1',
                          now() - interval '2 minutes', :result, :live, :place)
                        """)
                    .bind("id", AttemptId.create().value())
                    .bind("device", DEVICE.value())
                    .bind("result", result == null ? null : result.code())
                    .bind("live", live)
                    .bind("place", place)
                    .execute());
  }

  private static AttemptRule rule(CountBy by, Counted counted) {
    return new AttemptRule(
        new RuleRef("1", RuleType.ATTEMPT, 1),
        true,
        Set.of(Channel.VOICE),
        9,
        new Rolling(Duration.ofHours(24)),
        by,
        Scope.TENANT,
        counted);
  }
}
