package io.beckon.actors.voice.simulated;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A telephone network and message centre that never leaves the machine: gateways reach it over TCP
 * on loopback, and what it was asked to place stands in {@code calls.csv}. One thread does all.
 */
public final class SimulatedCarrier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedCarrier.class);
  private static final int IDLE_MILLIS = 1000;

  private final Selector selector;
  private final ServerSocketChannel server;
  private final CallLedger ledger;
  private final Alarms alarms = new Alarms();
  private final Network network;
  private final Thread thread;
  private volatile boolean open = true;

  /**
   * Listens until closed.
   *
   * @param folder where calls.csv is; made when missing, appended to when there
   * @param at a loopback address; port 0 takes a free one
   */
  public static SimulatedCarrier start(Path folder, InetSocketAddress at, Clock clock)
      throws IOException {
    SimulatedCarrier carrier = new SimulatedCarrier(folder, at, clock);
    carrier.thread.start();
    return carrier;
  }

  private SimulatedCarrier(Path folder, InetSocketAddress at, Clock clock) throws IOException {
    ledger = new CallLedger(folder);
    network = new Network(clock, ledger, alarms);
    selector = Selector.open();
    server = ServerSocketChannel.open();
    server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    server.bind(at);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    thread = new Thread(this::run, "simulated-carrier");
    thread.setDaemon(true);
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) server.socket().getLocalSocketAddress();
  }

  /** Waits until it has ended by itself or was closed. */
  public void join() throws InterruptedException {
    thread.join();
  }

  @Override
  public void close() {
    open = false;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (open) {
        long wait = alarms.millisToNext();
        selector.select(wait == 0 ? IDLE_MILLIS : Math.min(wait, IDLE_MILLIS));
        selector.selectedKeys().forEach(this::serve);
        selector.selectedKeys().clear();
        alarms.ring();
        selector.keys().forEach(this::flush);
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("event=carrier-failed", e);
    } finally {
      shut();
    }
  }

  private void serve(SelectionKey key) {
    try {
      if (key.isValid() && key.isAcceptable()) {
        accept();
      } else if (key.isValid() && key.isReadable()) {
        read((CarrierPeer) key.attachment());
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.info("event=gateway-gone reason=\"{}\"", e.getMessage());
      drop(key);
    }
  }

  private void accept() throws IOException {
    SocketChannel socket = server.accept();
    if (socket != null) {
      CarrierPeer peer = new CarrierPeer(new LineChannel(socket));
      socket.register(selector, SelectionKey.OP_READ, peer);
    }
  }

  private void read(CarrierPeer peer) throws IOException {
    for (String line : peer.channel().read()) {
      handle(peer, CarrierRequest.parse(line));
    }
  }

  private void handle(CarrierPeer peer, CarrierRequest request) {
    if (request instanceof CarrierRequest.Call call) {
      network.place(peer, call);
    } else if (request instanceof CarrierRequest.Text text) {
      network.send(peer, text);
    } else if (request instanceof CarrierRequest.HangUp hangUp) {
      network.hangUp(hangUp.attempt());
    } else if (request instanceof CarrierRequest.Bridge bridge) {
      network.bridge(bridge.attempt(), bridge.handle());
    } else if (request instanceof CarrierRequest.Confirm confirm) {
      network.confirm(confirm.reply());
    } else if (request instanceof CarrierRequest.Hello hello) {
      peer.named(hello.node());
      network.joined(peer);
    } else {
      peer.tell(new CarrierEvent.Pong());
    }
  }

  private void flush(SelectionKey key) {
    if (key.attachment() instanceof CarrierPeer peer && key.isValid()) {
      boolean done = peer.flush();
      if (!peer.open()) {
        drop(key);
      } else {
        key.interestOps(done ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      }
    }
  }

  private void drop(SelectionKey key) {
    key.cancel();
    if (key.attachment() instanceof CarrierPeer peer) {
      peer.close();
      network.left(peer);
    }
  }

  private void shut() {
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
      ledger.close();
    } catch (IOException e) {
      LOG.warn("event=carrier-not-closed-cleanly", e);
    }
  }
}
