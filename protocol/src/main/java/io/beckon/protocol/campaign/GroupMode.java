package io.beckon.protocol.campaign;

/** How a voice group dials; null for SMS and e-mail. */
public enum GroupMode {
  PULL_PREVIEW,
  PUSH_PREVIEW,
  PROGRESSIVE,
  PREDICTIVE,
  PROGRESSIVE_SEIZING,
  PREDICTIVE_SEIZING,
  POWER_IVR,
  PROGRESSIVE_IVR,
  PREDICTIVE_IVR
}
