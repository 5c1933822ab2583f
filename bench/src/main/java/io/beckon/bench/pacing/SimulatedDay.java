package io.beckon.bench.pacing;

import io.beckon.actors.campaign.pacing.Floor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/** One floor for one day in virtual time: agents, calls, and a policy that starts calls. */
final class SimulatedDay {
  /** How often the policy is asked when something has changed, as a pacer's tick in production. */
  private static final double TICK = 0.1;

  /** How often at least: calls in flight age. */
  private static final double AT_LEAST = 0.5;

  private final Cell cell;
  private final Policy policy;
  private final Disturbance disturbance;
  private final Random random;
  private final Floor floor = new Floor();
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final Set<Call> ringing = new LinkedHashSet<>();
  private final Deque<Call> waiting = new ArrayDeque<>();
  private final Set<Talk> talks = new LinkedHashSet<>();
  private int ready;
  private int away;
  private double now;
  private double halfTime;
  private double asked = -1;
  private boolean changed = true;
  private long seq;
  private DayLog log = new DayLog(1);

  /** Two calls may begin and end at the same moments and are still two. */
  private static final class Call {
    private final double at;
    private final double endsAt;

    private Call(double at, double endsAt) {
      this.at = at;
      this.endsAt = endsAt;
    }
  }

  private static final class Talk {
    private final double since;

    private Talk(double since) {
      this.since = since;
    }
  }

  private record Event(double at, long seq, Runnable what) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = Double.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(seq, other.seq);
    }
  }

  SimulatedDay(Cell cell, Policy policy, long seed, Disturbance disturbance) {
    this.cell = cell;
    this.policy = policy;
    this.disturbance = disturbance;
    this.random = new Random(seed);
    this.ready = cell.agents();
  }

  Day run(double hours) {
    double end = hours * 3600;
    halfTime = end / 2;
    log = new DayLog(hours);
    at(0, this::tick);
    for (Event next = events.remove(); next.at() < end; next = events.remove()) {
      log.pass(now, next.at(), talks.size(), talks.size() + ready);
      now = next.at();
      next.what().run();
    }
    log.pass(now, end, talks.size(), talks.size() + ready);
    return log.day();
  }

  private void at(double when, Runnable what) {
    events.add(new Event(when, seq++, what));
  }

  private void tick() {
    leaveOrReturn();
    if (changed || now - asked >= AT_LEAST) {
      asked = now;
      int calls = policy.callsToStart(now, look());
      changed = calls > 0;
      log.dialled(now, calls);
      for (int i = 0; i < calls; i++) {
        dial();
      }
    }
    at(now + TICK, this::tick);
  }

  private void leaveOrReturn() {
    int shouldBeAway = disturbance.away(cell, now - halfTime);
    while (away < shouldBeAway && ready > 0) {
      ready--;
      away++;
      changed = true;
    }
    while (away > shouldBeAway) {
      away--;
      freed();
    }
  }

  private Floor look() {
    floor.clear();
    floor.ready(ready);
    floor.waiting(waiting.size());
    talks.forEach(t -> floor.busy().add(now - t.since));
    ringing.forEach(c -> floor.ringing().add(now - c.at));
    return floor;
  }

  private void dial() {
    double rate = disturbance.answerRate(cell, now - halfTime);
    double delay = disturbance.delay(now - halfTime);
    double kind = random.nextDouble();
    boolean person = kind < rate;
    boolean picked = kind < rate + cell.machines();
    double after = delay + (picked ? ringTime() : Cell.GIVEN_UP_SECONDS);
    Call call = new Call(now, now + after);
    ringing.add(call);
    at(call.endsAt, person ? () -> answer(call) : () -> end(call));
  }

  private double ringTime() {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum -= Cell.RING_SECONDS / 4 * Math.log(1 - random.nextDouble());
    }
    return sum;
  }

  private void end(Call call) {
    ringing.remove(call);
    changed = true;
    policy.ended(now - call.at);
  }

  private void answer(Call call) {
    ringing.remove(call);
    changed = true;
    policy.answered(now - call.at);
    if (ready > 0) {
      ready--;
      talk(call);
    } else {
      waiting.add(call);
      at(now + Cell.MAY_WAIT_SECONDS, () -> giveUp(call));
    }
  }

  private void giveUp(Call call) {
    if (waiting.remove(call)) {
      changed = true;
      log.abandoned(now);
      policy.abandoned();
    }
  }

  private void talk(Call call) {
    Talk talk = new Talk(now);
    talks.add(talk);
    log.served(now, now - call.endsAt);
    policy.served();
    double mean = disturbance.handleSeconds(cell, now - halfTime);
    at(now + cell.law().sample(mean, random), () -> release(talk));
  }

  private void release(Talk talk) {
    talks.remove(talk);
    policy.released(now - talk.since);
    freed();
  }

  private void freed() {
    changed = true;
    ready++;
    leaveFirst();
    if (ready > 0 && !waiting.isEmpty()) {
      ready--;
      talk(waiting.remove());
    }
  }

  private void leaveFirst() {
    if (away < disturbance.away(cell, now - halfTime) && ready > 0) {
      ready--;
      away++;
    }
  }
}
