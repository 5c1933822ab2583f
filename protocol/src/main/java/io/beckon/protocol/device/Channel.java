package io.beckon.protocol.device;

/** By which way a person is reached. */
public enum Channel {
  VOICE,
  SMS,
  EMAIL
}
