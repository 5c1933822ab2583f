package io.beckon.actors.voice;

import io.beckon.actors.voice.simulated.CarrierEvent;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Recognises replies that ask to be left alone, and keeps each from being worked on twice. */
final class ReplyDesk {
  /** 47 CFR 64.1200(a)(10) names them; ARRET and UNSUB are heard in Canada. */
  private static final Set<String> STOP_WORDS =
      Set.of("STOP", "UNSUBSCRIBE", "CANCEL", "QUIT", "END", "REVOKE", "OPT OUT", "ARRET", "UNSUB");

  private final Set<String> inWork = new HashSet<>();

  /** True when this reply must suppress its sender, and nobody is at it yet. */
  boolean takes(CarrierEvent.Reply reply) {
    return isStop(reply.text()) && inWork.add(reply.reply());
  }

  void done(CarrierEvent.Reply reply) {
    inWork.remove(reply.reply());
  }

  /** In any case, with any punctuation around it. */
  static boolean isStop(String text) {
    String words = text.replaceAll("[^\\p{L}]+", " ").strip().toUpperCase(Locale.ROOT);
    return STOP_WORDS.contains(words) || words.equals("ARRÊT") || words.equals("STOP ALL");
  }
}
