package io.beckon.actors.voice;

import io.beckon.actors.voice.simulated.CarrierEvent;
import io.beckon.actors.voice.simulated.CarrierRequest;
import io.beckon.actors.voice.simulated.LineChannel;
import io.beckon.protocol.compliance.PlacementGuard.Placement;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.GatewayCommand.Place;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a gateway says to the carrier, when there is a connection. */
final class CarrierLine {
  private @Nullable LineChannel channel;

  boolean isUp() {
    return channel != null;
  }

  void up(LineChannel connected) {
    channel = connected;
  }

  void down() {
    channel = null;
  }

  /** The request of an attempt, made ready before the last look at the clock. */
  static String request(Place place) {
    Placement p = place.placement();
    String attempt = place.attempt().toString();
    String number = p.device().value();
    String group = p.group().toString();
    return p.channel() == Channel.VOICE
        ? new CarrierRequest.Call(attempt, number, group, place.settings(), callerId(place)).line()
        : new CarrierRequest.Text(attempt, number, group, p.tenant().value(), place.settings())
            .line();
  }

  /** As one field of a line. */
  private static String callerId(Place place) {
    return place.callerId() == null ? "" : place.callerId().replaceAll("\\p{Cntrl}", "");
  }

  /** False when not one byte went out. */
  boolean offer(String request) {
    return channel != null && channel.offer(request);
  }

  void hangUp(AttemptId attempt) {
    say(new CarrierRequest.HangUp(attempt.toString()));
  }

  void bridge(AttemptId attempt, Duration handle) {
    say(new CarrierRequest.Bridge(attempt.toString(), handle));
  }

  void confirm(CarrierEvent.Reply reply) {
    say(new CarrierRequest.Confirm(reply.reply()));
  }

  /** Brings out what the socket did not take before. */
  void flush() {
    try {
      if (channel != null) {
        channel.flush();
      }
    } catch (IOException e) {
      channel.close();
    }
  }

  private void say(CarrierRequest request) {
    try {
      if (channel != null) {
        channel.queue(request.line());
        channel.flush();
      }
    } catch (IOException e) {
      channel.close();
    }
  }
}
