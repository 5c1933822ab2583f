package io.beckon.actors.voice.simulated;

import java.io.IOException;

/** One connected gateway, as the carrier sees it. */
final class CarrierPeer {
  private final LineChannel channel;
  private String node = "";
  private boolean open = true;

  CarrierPeer(LineChannel channel) {
    this.channel = channel;
  }

  LineChannel channel() {
    return channel;
  }

  String node() {
    return node;
  }

  void named(String name) {
    node = name;
  }

  /** Connected and introduced. */
  boolean ready() {
    return open && !node.isEmpty();
  }

  /** What cannot be told to a gateway that is gone is forgotten; its calls go on. */
  void tell(CarrierEvent event) {
    if (!open) {
      return;
    }
    try {
      channel.queue(event.line());
    } catch (IOException e) {
      close();
    }
  }

  /** True when nothing is left to write. */
  boolean flush() {
    try {
      return !open || channel.flush();
    } catch (IOException e) {
      close();
      return true;
    }
  }

  boolean open() {
    return open;
  }

  void close() {
    open = false;
    channel.close();
  }
}
