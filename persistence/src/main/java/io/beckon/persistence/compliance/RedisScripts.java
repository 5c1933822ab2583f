package io.beckon.persistence.compliance;

import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The scripts that run inside Redis, known there by their digest. */
record RedisScripts(String check, String setIfNewer, String forget, String confirm) {
  private static final String CHECK = read("check.lua");
  private static final String SET_IF_NEWER = read("set_if_newer.lua");
  private static final String FORGET = read("forget.lua");
  private static final String CONFIRM = read("confirm.lua");

  static RedisScripts load(RedisCommands<String, String> redis) {
    return new RedisScripts(
        redis.scriptLoad(CHECK),
        redis.scriptLoad(SET_IF_NEWER),
        redis.scriptLoad(FORGET),
        redis.scriptLoad(CONFIRM));
  }

  private static String read(String name) {
    try (var in = Objects.requireNonNull(RedisScripts.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
