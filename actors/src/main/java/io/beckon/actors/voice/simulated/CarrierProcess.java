package io.beckon.actors.voice.simulated;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * The simulated carrier as a process of its own, so that calls outlive a node. Reads {@code
 * BECKON_CARRIER_PORT} (default 7700) and {@code BECKON_DATA} (default {@code data}).
 */
public final class CarrierProcess {
  private CarrierProcess() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> env = System.getenv();
    int port = Integer.parseInt(env.getOrDefault("BECKON_CARRIER_PORT", "7700"));
    Path folder = Path.of(env.getOrDefault("BECKON_DATA", "data"), "carrier");
    SimulatedCarrier carrier =
        SimulatedCarrier.start(
            folder,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(carrier::close, "carrier-stop"));
    System.out.println("simulated carrier ready on " + carrier.address());
    carrier.join();
  }
}
