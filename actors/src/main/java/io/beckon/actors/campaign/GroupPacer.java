package io.beckon.actors.campaign;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import io.beckon.actors.campaign.GroupParts.Key;
import io.beckon.protocol.campaign.PacingView;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.DialSessionCommand;
import io.beckon.protocol.dialing.GatewayCommand;
import io.beckon.protocol.dialing.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Gives a group's sessions credit to dial, and its answered calls an agent. A child of the group,
 * so there is one in the cluster; its epoch, and the second it waits before the first grant, keep
 * it apart from one that a lost node still believes in.
 */
final class GroupPacer extends AbstractBehavior<PacerCommand> {
  private static final Duration TICK = Duration.ofMillis(50);
  private static final Duration GRANT_LIFE = Duration.ofSeconds(1);
  private static final Duration KEEP_READY = Duration.ofMillis(500);

  private final Key key;
  private final GroupParts parts;
  private final Slices slices = new Slices();
  private final AgentPool agents = new AgentPool();
  private final CallRate rate = new CallRate();
  private final Throttle throttle = new Throttle();
  private final Map<AttemptId, ActorRef<GatewayCommand>> askers = new HashMap<>();
  private final List<String> limits = new ArrayList<>();

  private PacerCommand.@Nullable Drive drive;
  private long epoch;
  private long seq;
  private Instant grantsFrom = Instant.MAX;
  private Instant keptReady = Instant.EPOCH;

  static Behavior<PacerCommand> create(Key key, GroupParts parts) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerAtFixedRate(new PacerCommand.Tick(), TICK);
                  return new GroupPacer(context, key, parts);
                }));
  }

  private GroupPacer(ActorContext<PacerCommand> context, Key key, GroupParts parts) {
    super(context);
    this.key = key;
    this.parts = parts;
    askEpoch();
  }

  @Override
  public Receive<PacerCommand> createReceive() {
    return newReceiveBuilder()
        .onMessage(PacerCommand.Tick.class, m -> onTick())
        .onMessage(PacerCommand.Slice.class, this::onSlice)
        .onMessage(PacerCommand.Want.class, this::onWant)
        .onMessage(PacerCommand.Done.class, this::onDone)
        .onMessage(PacerCommand.Get.class, this::onGet)
        .onMessage(PacerCommand.Drive.class, this::onDrive)
        .onMessage(PacerCommand.Begin.class, this::onBegin)
        .build();
  }

  private void askEpoch() {
    getContext()
        .pipeToSelf(
            parts.groups().nextPacerEpoch(key.tenant(), key.group()),
            (got, error) -> new PacerCommand.Begin(got == null ? 0 : got));
  }

  private Behavior<PacerCommand> onBegin(PacerCommand.Begin c) {
    if (c.epoch() == 0) {
      getContext().getLog().warn("group={} no pacer epoch, trying again", key.group());
      askEpoch();
    } else {
      epoch = c.epoch();
      grantsFrom = now().plus(GRANT_LIFE);
    }
    return this;
  }

  private Behavior<PacerCommand> onDrive(PacerCommand.Drive c) {
    boolean otherRun = drive == null || !drive.run().equals(c.run());
    if (otherRun) {
      slices.reset(c.slices());
    }
    boolean held = drive != null && drive.dialing() && !c.dialing();
    drive = c;
    agents.resize(c.settings().pacing().simulatedAgents());
    if (held) {
      slices.numbers().forEach(n -> tell(c, n, new DialSessionCommand.Hold(epoch)));
    }
    return this;
  }

  private Behavior<PacerCommand> onSlice(PacerCommand.Slice c) {
    if (drive != null && drive.run().equals(c.status().session().run())) {
      slices.status(c.status());
      if (c.status().talking() != null) {
        agents.talking(c.status().talking(), now());
      }
    }
    return this;
  }

  private Behavior<PacerCommand> onWant(PacerCommand.Want c) {
    askers.put(c.attempt(), c.replyTo());
    agents.want(c.attempt(), now()).ifPresent(agent -> assign(c.attempt(), agent));
    return this;
  }

  private void assign(AttemptId attempt, String agent) {
    ActorRef<GatewayCommand> asker = askers.remove(attempt);
    if (asker != null) {
      asker.tell(new GatewayCommand.AgentAssigned(attempt, agent));
    }
  }

  private Behavior<PacerCommand> onDone(PacerCommand.Done c) {
    askers.remove(c.attempt());
    agents.done(c.attempt());
    serveWaiting();
    return this;
  }

  private void serveWaiting() {
    Instant now = now();
    for (var next = agents.next(now); next.isPresent(); next = agents.next(now)) {
      AttemptId attempt = next.get();
      agents.want(attempt, now).ifPresent(agent -> assign(attempt, agent));
    }
  }

  private Behavior<PacerCommand> onTick() {
    Instant now = now();
    agents.pass(now);
    agents.unheard(now);
    serveWaiting();
    PacerCommand.Drive to = drive;
    if (to != null && to.dialing() && now.isAfter(grantsFrom)) {
      grant(to, now);
    }
    return this;
  }

  private void grant(PacerCommand.Drive to, Instant now) {
    var scene =
        new Pacer.Scene(
            agents.size(),
            agents.talkingNow() + agents.waitingNow(),
            slices.open(),
            slices.granted(now));
    int wanted = Pacer.attemptsToStart(to.settings(), scene);
    int may = rate.available(to.settings().pacing().maxCallsPerMinute(), now);
    say(to, wanted, may);
    int starting = throttle.limit(Math.min(wanted, may), !slices.troubles().isEmpty(), now);
    Map<Integer, Integer> shares = slices.share(starting);
    rate.spend(shares.values().stream().mapToInt(Integer::intValue).sum());
    boolean all = keptReady.plus(KEEP_READY).isBefore(now);
    keptReady = all ? now : keptReady;
    for (int number : slices.numbers()) {
      int credits = shares.getOrDefault(number, 0);
      if (credits > 0 || all) {
        send(to, number, credits, now);
      }
    }
  }

  private void say(PacerCommand.Drive to, int wanted, int may) {
    limits.clear();
    boolean voice = to.settings().mode() != null;
    if (voice && agents.size() == 0) {
      limits.add("NO_AGENTS");
    } else if (voice && wanted == 0) {
      limits.add("AGENTS_BUSY");
    } else if (may < wanted) {
      limits.add("RATE_LIMIT");
    }
  }

  private void send(PacerCommand.Drive to, int number, int credits, Instant now) {
    seq++;
    slices.sent(number, seq, credits, now);
    tell(
        to,
        number,
        new DialSessionCommand.Grant(epoch, seq, credits, now.plus(GRANT_LIFE), to.revision()));
  }

  private void tell(PacerCommand.Drive to, int number, DialSessionCommand command) {
    parts.sessions().accept(new SessionId(key.tenant(), key.group(), to.run(), number), command);
  }

  private Behavior<PacerCommand> onGet(PacerCommand.Get c) {
    List<String> reasons = new ArrayList<>(limits);
    if (now().isBefore(grantsFrom)) {
      reasons.add("PACER_STARTING");
    }
    reasons.addAll(slices.troubles());
    OptionalDouble occupancy = agents.occupancyPct();
    c.replyTo()
        .tell(
            new PacingView(
                agents.ready(),
                agents.talkingNow(),
                0,
                Math.max(0, slices.open() - agents.talkingNow()),
                occupancy.isPresent() ? occupancy.getAsDouble() : null,
                reasons));
    return this;
  }

  private Instant now() {
    return parts.clock().instant();
  }
}
