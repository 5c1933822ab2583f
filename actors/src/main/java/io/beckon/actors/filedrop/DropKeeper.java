package io.beckon.actors.filedrop;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import io.beckon.protocol.filedrop.DropAction;
import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all watched places, each at its own pace, one look at a time a place, with longer pauses
 * while looks fail. One in the cluster; if two ever overlap, {@code taken_file} lets one of them
 * take a content.
 */
public final class DropKeeper extends AbstractBehavior<DropKeeper.Command> {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration BUILT_IN = Duration.ofSeconds(1);

  /** What the keeper tells itself. */
  public sealed interface Command {}

  private record Tick() implements Command {}

  private record Sources(
      @Nullable List<DropSource> named,
      @Nullable List<TenantId> tenants,
      @Nullable Throwable failure)
      implements Command {}

  private record Looked(DropSource source, Look.@Nullable End end, @Nullable Throwable failure)
      implements Command {}

  private record Key(TenantId tenant, String source) {
    static Key of(DropSource source) {
      return new Key(source.tenant(), source.id());
    }
  }

  public static Behavior<Command> create(DropPorts ports, Clock clock) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new Tick(), TICK);
                  return new DropKeeper(context, ports, clock);
                }));
  }

  private final DropPorts ports;
  private final Clock clock;
  private final Map<Key, Standing> standings = new HashMap<>();

  private DropKeeper(ActorContext<Command> context, DropPorts ports, Clock clock) {
    super(context);
    this.ports = ports;
    this.clock = clock;
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Tick.class, this::onTick)
        .onMessage(Sources.class, this::onSources)
        .onMessage(Looked.class, this::onLooked)
        .build();
  }

  private Behavior<Command> onTick(Tick tick) {
    getContext()
        .pipeToSelf(
            ports
                .sources()
                .all()
                .thenCombine(
                    ports.sources().tenants(), (named, all) -> new Sources(named, all, null)),
            (sources, failure) -> sources == null ? new Sources(null, null, failure) : sources);
    return this;
  }

  private Behavior<Command> onSources(Sources sources) {
    if (sources.named() == null || sources.tenants() == null) {
      getContext().getLog().warn("watched places cannot be read", sources.failure());
      return this;
    }
    List<DropSource> all = new ArrayList<>(sources.named());
    for (var tenant : sources.tenants()) {
      all.add(builtIn(tenant, "contacts", DropAction.IMPORT_CONTACTS));
      all.add(builtIn(tenant, "suppression", DropAction.IMPORT_SUPPRESSION));
    }
    standings.keySet().retainAll(all.stream().map(Key::of).toList());
    all.forEach(this::lookIfDue);
    return this;
  }

  private static DropSource builtIn(TenantId tenant, String id, DropAction action) {
    return DropSource.builtIn(
        tenant, id, DropSettings.folder(id, "/" + id, "*.{csv,CSV}", BUILT_IN, action));
  }

  private void lookIfDue(DropSource source) {
    var now = standing(source);
    if (!now.isDue(source, clock.instant())) {
      standings.put(Key.of(source), now);
      return;
    }
    standings.put(Key.of(source), now.begin(source, clock.instant()));
    getContext()
        .pipeToSelf(
            source.settings().work().action().exports()
                ? Export.to(getContext().getSystem(), ports, source, clock.instant())
                : Look.at(getContext().getSystem(), ports, source, now.seen()),
            (end, failure) -> new Looked(source, end, failure));
  }

  /** A source that was changed is looked at anew, without waiting out its pause. */
  private Standing standing(DropSource source) {
    var now = standings.get(Key.of(source));
    return now != null && (now.looking() || now.settings().equals(source.settings()))
        ? now
        : Standing.fresh(source, ports.timetable());
  }

  private Behavior<Command> onLooked(Looked looked) {
    var source = looked.source();
    var before = standings.get(Key.of(source));
    if (before == null) {
      return this; // deleted meanwhile
    }
    var trouble = trouble(looked);
    var after =
        trouble != null || looked.end() == null
            ? before.failed(looked.end(), String.valueOf(trouble), clock.instant())
            : before.looked(source, looked.end(), clock.instant(), ports.timetable());
    standings.put(Key.of(source), after.standing());
    report(source, trouble, after);
    return this;
  }

  private static @Nullable String trouble(Looked looked) {
    if (looked.end() == null) {
      return Sentences.of(
          looked.failure() == null ? new IllegalStateException("no answer") : looked.failure());
    }
    var troubles = looked.end().troubles();
    if (troubles.isEmpty()) {
      return null;
    }
    int more = troubles.size() - 1;
    return troubles.get(0) + (more == 0 ? "" : " (and " + more + " more)");
  }

  private void report(DropSource source, @Nullable String trouble, Standing.After after) {
    if (trouble != null) {
      getContext()
          .getLog()
          .warn(
              "tenant={} source={} failures={} cause={}",
              source.tenant(),
              source.id(),
              after.standing().failures(),
              trouble);
    }
    if (!source.isBuiltIn()) {
      ports.sources().looked(source, trouble == null ? null : after.standing().trouble(trouble));
      after.run().ifPresent(run -> ports.sources().ran(source, run));
    }
  }
}
