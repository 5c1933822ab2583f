package io.beckon.actors.voice;

import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.actor.typed.receptionist.Receptionist;
import io.beckon.actors.voice.simulated.CarrierEvent;
import io.beckon.actors.voice.simulated.LineChannel;
import io.beckon.protocol.compliance.PlacementGuard;
import io.beckon.protocol.compliance.PlacementGuard.Answer;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AgentPost;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.GatewayCommand;
import io.beckon.protocol.dialing.GatewayId;
import io.beckon.protocol.dialing.SessionPost;
import io.beckon.protocol.suppression.Suppressor;
import io.beckon.protocol.tenant.TenantId;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The gateway of one node to the simulated carrier, for calls and messages. Everything that must
 * not be lost when it dies lives elsewhere: sessions ask, and hear final reports until they have
 * stored them.
 */
public final class SimulatedGateway extends AbstractBehavior<GatewayCommand> {
  /** What the gateway needs from the other parts. */
  public record Ports(
      PlacementGuard guard,
      SessionPost sessions,
      AgentPost agents,
      Suppressor suppressor,
      Clock clock) {}

  private record LineUp(LineChannel channel) implements GatewayCommand.Internal {}

  private record LineDown() implements GatewayCommand.Internal {}

  private record Heard(List<CarrierEvent> events) implements GatewayCommand.Internal {}

  private record Looked(AttemptId attempt, Answer answer) implements GatewayCommand.Internal {}

  private record Suppress(CarrierEvent.Reply reply) implements GatewayCommand.Internal {}

  private record Suppressed(CarrierEvent.Reply reply) implements GatewayCommand.Internal {}

  private record Later(CarrierEvent.Reply reply) implements GatewayCommand.Internal {}

  private record Tick() implements GatewayCommand.Internal {}

  private static final Duration TICK = Duration.ofMillis(20);
  private static final Duration SUPPRESS_AGAIN = Duration.ofMillis(250);

  /**
   * Starts a gateway that registers under {@link GatewayCommand#SIMULATED}. Whoever starts it must
   * take the node down when it fails: what it had placed would otherwise be denied by a new one.
   */
  public static Behavior<GatewayCommand> create(
      GatewayId id, InetSocketAddress carrier, Ports ports) {
    return Behaviors.setup(
        ctx ->
            Behaviors.withTimers(timers -> new SimulatedGateway(ctx, timers, id, carrier, ports)));
  }

  private final GatewayId id;
  private final Ports ports;
  private final TimerScheduler<GatewayCommand> timers;
  private final CallDesk calls;
  private final ReplyDesk replies = new ReplyDesk();
  private final CarrierLink link;

  private SimulatedGateway(
      ActorContext<GatewayCommand> ctx,
      TimerScheduler<GatewayCommand> timers,
      GatewayId id,
      InetSocketAddress carrier,
      Ports ports) {
    super(ctx);
    this.id = id;
    this.ports = ports;
    this.timers = timers;
    this.calls =
        new CallDesk(ports.clock(), new Outlets(ports.sessions(), ports.agents(), ctx.getSelf()));
    this.link = CarrierLink.open(id.node(), carrier, listener(ctx));
    timers.startTimerWithFixedDelay(new Tick(), TICK);
    ctx.getSystem()
        .receptionist()
        .tell(Receptionist.register(GatewayCommand.SIMULATED, ctx.getSelf()));
  }

  private static CarrierLink.Listener listener(ActorContext<GatewayCommand> ctx) {
    var self = ctx.getSelf();
    return new CarrierLink.Listener() {
      @Override
      public void up(LineChannel channel) {
        self.tell(new LineUp(channel));
      }

      @Override
      public void heard(List<CarrierEvent> events) {
        self.tell(new Heard(events));
      }

      @Override
      public void down() {
        self.tell(new LineDown());
      }
    };
  }

  @Override
  public Receive<GatewayCommand> createReceive() {
    return newReceiveBuilder()
        .onMessage(GatewayCommand.Identify.class, this::onIdentify)
        .onMessage(GatewayCommand.Place.class, this::onPlace)
        .onMessage(Looked.class, this::onLooked)
        .onMessage(Heard.class, this::onHeard)
        .onMessage(GatewayCommand.Stored.class, this::onStored)
        .onMessage(GatewayCommand.AgentAssigned.class, this::onAgentAssigned)
        .onMessage(GatewayCommand.Adopt.class, this::onAdopt)
        .onMessage(Tick.class, this::onTick)
        .onMessage(LineUp.class, this::onLineUp)
        .onMessage(LineDown.class, this::onLineDown)
        .onMessage(Suppress.class, this::onSuppress)
        .onMessage(Suppressed.class, this::onSuppressed)
        .onMessage(Later.class, this::onLater)
        .onSignal(PostStop.class, this::onPostStop)
        .build();
  }

  private Behavior<GatewayCommand> onIdentify(GatewayCommand.Identify command) {
    command.replyTo().tell(id);
    return this;
  }

  private Behavior<GatewayCommand> onPlace(GatewayCommand.Place place) {
    if (calls.accepts(place)) {
      getContext()
          .pipeToSelf(
              ports.guard().look(place.placement()),
              (answer, trouble) ->
                  new Looked(place.attempt(), answer == null ? Answer.UNCERTAIN : answer));
    }
    return this;
  }

  private Behavior<GatewayCommand> onLooked(Looked looked) {
    calls.looked(looked.attempt, looked.answer);
    return this;
  }

  private Behavior<GatewayCommand> onHeard(Heard heard) {
    for (CarrierEvent event : heard.events) {
      if (event instanceof CarrierEvent.Reply reply) {
        suppress(reply);
      } else {
        calls.heard(event);
      }
    }
    calls.report();
    return this;
  }

  private Behavior<GatewayCommand> onStored(GatewayCommand.Stored stored) {
    stored.attempts().forEach(calls::stored);
    return this;
  }

  private Behavior<GatewayCommand> onAgentAssigned(GatewayCommand.AgentAssigned assigned) {
    calls.assigned(assigned.attempt());
    return this;
  }

  private Behavior<GatewayCommand> onAdopt(GatewayCommand.Adopt adopt) {
    calls.adopt(adopt);
    return this;
  }

  private Behavior<GatewayCommand> onTick(Tick tick) {
    calls.tick();
    return this;
  }

  private Behavior<GatewayCommand> onLineUp(LineUp up) {
    calls.line().up(up.channel);
    return this;
  }

  private Behavior<GatewayCommand> onLineDown(LineDown down) {
    calls.down();
    return this;
  }

  private Behavior<GatewayCommand> onSuppress(Suppress again) {
    ask(again.reply);
    return this;
  }

  /** Confirmed once: the carrier forgets the reply with the first confirmation. */
  private Behavior<GatewayCommand> onSuppressed(Suppressed suppressed) {
    replies.done(suppressed.reply);
    calls.line().confirm(suppressed.reply);
    return this;
  }

  private Behavior<GatewayCommand> onPostStop(PostStop signal) {
    link.close();
    return this;
  }

  private void suppress(CarrierEvent.Reply reply) {
    if (replies.takes(reply)) {
      ask(reply);
    }
  }

  /** Until it is acknowledged: an opt-out is never given up. */
  private void ask(CarrierEvent.Reply reply) {
    getContext()
        .pipeToSelf(
            ports
                .suppressor()
                .suppress(
                    new TenantId(reply.tenant()),
                    new Device(reply.number()),
                    Channel.SMS,
                    "STOP reply"),
            (done, trouble) -> trouble == null ? new Suppressed(reply) : new Later(reply));
  }

  private Behavior<GatewayCommand> onLater(Later later) {
    timers.startSingleTimer(later.reply, new Suppress(later.reply), SUPPRESS_AGAIN);
    return this;
  }
}
