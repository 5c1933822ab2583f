package io.beckon.actors.voice;

import io.beckon.actors.voice.simulated.CarrierEvent;
import io.beckon.actors.voice.simulated.CarrierRequest;
import io.beckon.actors.voice.simulated.LineChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection to the simulated carrier open: connects, listens, notices silence, and
 * connects again with growing pauses. Runs on a thread of its own.
 */
final class CarrierLink implements AutoCloseable {
  /** Told on the link's thread, in order; {@code up} and {@code down} take turns. */
  interface Listener {
    void up(LineChannel channel);

    void heard(List<CarrierEvent> events);

    void down();
  }

  private static final Logger LOG = LoggerFactory.getLogger(CarrierLink.class);
  private static final int CONNECT_MILLIS = 1000;
  private static final int PING_MILLIS = 500;

  /** Counted, not measured: a node that was itself paused must not blame the carrier. */
  private static final int SILENT_TURNS = 6;

  private static final int FIRST_PAUSE_MILLIS = 50;
  private static final int LONGEST_PAUSE_MILLIS = 1000;

  private final String node;
  private final InetSocketAddress carrier;
  private final Listener listener;
  private final Thread thread;
  private int pause = FIRST_PAUSE_MILLIS;

  static CarrierLink open(String node, InetSocketAddress carrier, Listener listener) {
    CarrierLink link = new CarrierLink(node, carrier, listener);
    link.thread.start();
    return link;
  }

  private CarrierLink(String node, InetSocketAddress carrier, Listener listener) {
    this.node = node;
    this.carrier = carrier;
    this.listener = listener;
    this.thread = new Thread(this::run, "carrier-link");
    thread.setDaemon(true);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try (SocketChannel socket = SocketChannel.open();
          Selector selector = Selector.open()) {
        socket.socket().connect(resolved(), CONNECT_MILLIS);
        LineChannel channel = new LineChannel(socket);
        socket.register(selector, SelectionKey.OP_READ);
        talk(channel, selector);
      } catch (IOException | IllegalArgumentException e) {
        LOG.debug("event=carrier-unreachable node={} reason=\"{}\"", node, e.getMessage());
      }
      sleep();
    }
  }

  /** Looked up each time: a name may move. */
  private InetSocketAddress resolved() {
    return new InetSocketAddress(carrier.getHostString(), carrier.getPort());
  }

  private void talk(LineChannel channel, Selector selector) throws IOException {
    channel.queue(new CarrierRequest.Hello(node).line());
    boolean up = false;
    try {
      int silent = 0;
      while (!Thread.currentThread().isInterrupted()) {
        channel.flush();
        if (selector.select(PING_MILLIS) == 0) {
          ping(channel, ++silent);
          continue;
        }
        selector.selectedKeys().clear();
        silent = 0;
        List<CarrierEvent> events = parse(channel.read());
        if (!up && events.remove(new CarrierEvent.Welcome())) {
          up = true;
          pause = FIRST_PAUSE_MILLIS;
          LOG.info("event=carrier-connected node={}", node);
          listener.up(channel);
        }
        if (!events.isEmpty()) {
          listener.heard(events);
        }
      }
    } finally {
      channel.close();
      if (up) {
        LOG.warn("event=carrier-lost node={} remedy=\"start the carrier; calls wait\"", node);
        listener.down();
      }
    }
  }

  private static List<CarrierEvent> parse(List<String> lines) {
    List<CarrierEvent> events = new ArrayList<>(lines.size());
    for (String line : lines) {
      CarrierEvent event = CarrierEvent.parse(line);
      if (!(event instanceof CarrierEvent.Pong)) {
        events.add(event);
      }
    }
    return events;
  }

  private static void ping(LineChannel channel, int silent) throws IOException {
    if (silent > SILENT_TURNS) {
      throw new SocketTimeoutException("the carrier says nothing");
    }
    channel.queue(new CarrierRequest.Ping().line());
  }

  private void sleep() {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
  }
}
