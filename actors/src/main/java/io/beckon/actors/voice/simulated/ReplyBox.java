package io.beckon.actors.voice.simulated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Replies that no gateway has confirmed yet. Each goes to the gateway that sent the message, or to
 * any other when that one is gone, as a message centre delivers to any bind. For one thread.
 */
final class ReplyBox {
  private static final class Held {
    final CarrierEvent.Reply reply;
    CarrierPeer peer;

    Held(CarrierEvent.Reply reply, CarrierPeer peer) {
      this.reply = reply;
      this.peer = peer;
    }
  }

  private final Map<String, Held> unconfirmed = new LinkedHashMap<>();
  private final List<CarrierPeer> peers = new ArrayList<>();

  void stop(CarrierPeer sender, String tenant, String number) {
    String id = UUID.randomUUID().toString();
    Held held = new Held(new CarrierEvent.Reply(id, tenant, number, "STOP"), sender);
    unconfirmed.put(id, held);
    if (!sender.ready()) {
      peers.stream().findFirst().ifPresent(other -> held.peer = other);
    }
    held.peer.tell(held.reply);
  }

  void joined(CarrierPeer peer) {
    peers.add(peer);
    unconfirmed.values().stream().filter(h -> !h.peer.ready()).forEach(h -> hand(h, peer));
  }

  void left(CarrierPeer peer) {
    peers.remove(peer);
    if (!peers.isEmpty()) {
      CarrierPeer other = peers.get(0);
      unconfirmed.values().stream().filter(h -> h.peer == peer).forEach(h -> hand(h, other));
    }
  }

  /** The number whose reply this was; empty when it had been confirmed before. */
  Optional<String> confirmed(String reply) {
    return Optional.ofNullable(unconfirmed.remove(reply)).map(h -> h.reply.number());
  }

  private static void hand(Held held, CarrierPeer peer) {
    held.peer = peer;
    peer.tell(held.reply);
  }
}
