package io.beckon.actors.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.ActorRef;
import io.beckon.actors.voice.simulated.SimulatedCarrier;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.compliance.PlacementGuard;
import io.beckon.protocol.compliance.PlacementGuard.Answer;
import io.beckon.protocol.compliance.PlacementGuard.Placement;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AgentPost;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CarrierSettings;
import io.beckon.protocol.dialing.GatewayCommand;
import io.beckon.protocol.dialing.GatewayCommand.Place;
import io.beckon.protocol.dialing.GatewayId;
import io.beckon.protocol.dialing.GatewayReport;
import io.beckon.protocol.dialing.SessionId;
import io.beckon.protocol.tenant.TenantId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A carrier on a real socket, a gateway, and fakes for everything around them. */
final class GatewayRig implements AutoCloseable {
  static final String CALLER_ID = "+12125550199";
  static final SessionId SESSION = new SessionId(TenantId.DEFAULT, new GroupId(7), new RunId(1), 0);
  static final CarrierSettings QUICK =
      new CarrierSettings(
          1, 0, 0, 0, Duration.ofMillis(20), Duration.ofMillis(40), Duration.ofMillis(50), 1);

  final ActorTestKit kit = ActorTestKit.create();
  final MovableClock clock = new MovableClock();
  final List<GatewayReport> reports = new CopyOnWriteArrayList<>();
  final List<AttemptId> wanted = new CopyOnWriteArrayList<>();
  final List<AttemptId> done = new CopyOnWriteArrayList<>();
  final List<String> suppressed = new CopyOnWriteArrayList<>();
  volatile Supplier<CompletionStage<Answer>> guard =
      () -> CompletableFuture.completedFuture(Answer.PLACE);
  volatile Consumer<GatewayReport> tap = r -> {};
  volatile boolean keeping = true;
  volatile boolean agentsFree = true;
  volatile boolean storing = true;
  volatile boolean redisAway;
  final Path folder;
  SimulatedCarrier carrier;
  final ActorRef<GatewayCommand> gateway;

  GatewayRig(Path folder) throws IOException {
    this.folder = folder;
    carrier =
        SimulatedCarrier.start(
            folder, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Clock.systemUTC());
    var ports =
        new SimulatedGateway.Ports(
            (PlacementGuard) (Placement p) -> guard.get(),
            this::report,
            agents(),
            this::suppress,
            clock);
    gateway =
        kit.spawn(
            SimulatedGateway.create(
                new GatewayId("node-1", "akka://t", 1), carrier.address(), ports));
    awaitConnection();
  }

  private void report(SessionId session, GatewayReport report, ActorRef<GatewayCommand> replyTo) {
    tap.accept(report);
    if (keeping) {
      reports.add(report);
    }
    boolean over =
        report instanceof GatewayReport.Ended || report instanceof GatewayReport.NotPlaced;
    if (over && storing) {
      replyTo.tell(new GatewayCommand.Stored(List.of(report.attempt())));
    }
  }

  private AgentPost agents() {
    return new AgentPost() {
      @Override
      public void want(SessionId session, AttemptId attempt, ActorRef<GatewayCommand> replyTo) {
        if (keeping) {
          wanted.add(attempt);
        }
        if (agentsFree) {
          replyTo.tell(new GatewayCommand.AgentAssigned(attempt, "agent-1"));
        }
      }

      @Override
      public void done(SessionId session, AttemptId attempt) {
        if (keeping) {
          done.add(attempt);
        }
      }
    };
  }

  private CompletionStage<Void> suppress(TenantId t, Device device, Channel c, String reason) {
    if (redisAway) {
      return CompletableFuture.failedFuture(new IOException("Redis is away"));
    }
    suppressed.add(device.value());
    return CompletableFuture.completedFuture(null);
  }

  /** A first call to a number that ends at once shows that the line is up. */
  void awaitConnection() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> finalReport(place("+12025550104", QUICK)) instanceof GatewayReport.Ended);
    reports.clear();
    wanted.clear();
    done.clear();
  }

  Place placeOf(String number, CarrierSettings settings, Channel channel) {
    return new Place(
        AttemptId.create(),
        SESSION,
        new Placement(
            TenantId.DEFAULT, SESSION.group(), new Device(number), null, channel, List.of()),
        clock.instant(),
        settings,
        channel == Channel.VOICE ? CALLER_ID : null);
  }

  AttemptId place(String number, CarrierSettings settings) {
    return tell(placeOf(number, settings, Channel.VOICE));
  }

  AttemptId text(String number) {
    return tell(placeOf(number, QUICK, Channel.SMS));
  }

  AttemptId tell(Place place) {
    gateway.tell(place);
    return place.attempt();
  }

  GatewayReport finalReport(AttemptId attempt) {
    await().atMost(Duration.ofSeconds(60)).until(() -> !finals(attempt).isEmpty());
    return finals(attempt).get(0);
  }

  GatewayReport.Ended ended(AttemptId attempt) {
    return (GatewayReport.Ended) finalReport(attempt);
  }

  String refusal(AttemptId attempt) {
    return ((GatewayReport.NotPlaced) finalReport(attempt)).reason();
  }

  List<GatewayReport> finals(AttemptId attempt) {
    return of(attempt).stream().filter(r -> !(r instanceof GatewayReport.Progress)).toList();
  }

  List<GatewayReport> of(AttemptId attempt) {
    return reports.stream().filter(r -> r.attempt().equals(attempt)).toList();
  }

  List<String> lines() {
    return linesOf("calls.csv");
  }

  List<String> linesOf(String file) {
    try {
      return Files.readAllLines(folder.resolve(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  long linesOf(AttemptId attempt) {
    return lines().stream().filter(l -> l.contains(attempt.toString())).count();
  }

  void restartCarrier() throws IOException {
    InetSocketAddress address = carrier.address();
    carrier.close();
    carrier = SimulatedCarrier.start(folder, address, Clock.systemUTC());
  }

  @Override
  public void close() {
    kit.shutdownTestKit();
    carrier.close();
    assertThat(lines().get(0)).isEqualTo("placedAt,number,group,attempt,node");
  }
}
