package io.beckon.persistence.compliance;

import io.beckon.protocol.compliance.Booking;

/** Something of an erased person in Redis that is to go; see forget.lua. */
record RedisTrace(String key, String what, String first, String second) {
  static RedisTrace counter(String key) {
    return new RedisTrace(key, "C", "", "");
  }

  /**
   * @param revision what is newer stays: somebody has entered the value again
   */
  static RedisTrace entry(String bucket, String value, long revision) {
    return new RedisTrace(bucket, "E", value, Long.toString(revision));
  }

  /** The attempt still counts for its device, under a mark instead of the Client ID. */
  static RedisTrace member(String key, Booking named, Booking marked) {
    return new RedisTrace(key, "M", RedisKeys.member(named), RedisKeys.member(marked));
  }
}
