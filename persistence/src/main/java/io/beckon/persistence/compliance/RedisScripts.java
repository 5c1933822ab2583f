package io.beckon.persistence.compliance;

import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The scripts that run inside Redis, known there by their digest. */
final class RedisScripts {
  private static final String CHECK = read("check.lua");
  private static final String SET_IF_NEWER = read("set_if_newer.lua");
  private static final String FORGET = read("forget.lua");

  private final String check;
  private final String setIfNewer;
  private final String forget;

  private RedisScripts(String check, String setIfNewer, String forget) {
    this.check = check;
    this.setIfNewer = setIfNewer;
    this.forget = forget;
  }

  static RedisScripts load(RedisCommands<String, String> redis) {
    return new RedisScripts(
        redis.scriptLoad(CHECK), redis.scriptLoad(SET_IF_NEWER), redis.scriptLoad(FORGET));
  }

  String check() {
    return check;
  }

  String setIfNewer() {
    return setIfNewer;
  }

  String forget() {
    return forget;
  }

  private static String read(String name) {
    try (var in = Objects.requireNonNull(RedisScripts.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
