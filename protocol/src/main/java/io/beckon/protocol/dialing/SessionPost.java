package io.beckon.protocol.dialing;

/** How a gateway reaches a dial session, wherever that lives by now. Fire and forget. */
@FunctionalInterface
public interface SessionPost {
  void report(SessionId session, GatewayReport report);
}
