package io.beckon.actors.voice.simulated;

/** One call or message inside the simulated network, from placing to its end. */
final class NetworkCall {
  final String attempt;
  final CarrierPeer peer;
  final CallScript script;
  private boolean bridged;
  private boolean over;

  NetworkCall(String attempt, CarrierPeer peer, CallScript script) {
    this.attempt = attempt;
    this.peer = peer;
    this.script = script;
  }

  boolean over() {
    return over;
  }

  void end() {
    over = true;
  }

  boolean bridged() {
    return bridged;
  }

  void bridge() {
    bridged = true;
  }
}
