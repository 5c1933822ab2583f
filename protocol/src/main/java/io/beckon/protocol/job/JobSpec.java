package io.beckon.protocol.job;

import io.beckon.protocol.campaign.GroupId;

/**
 * What shall be done when.
 *
 * @param enabled false: kept, but not run
 */
public record JobSpec(
    String name, JobAction action, GroupId groupId, JobTiming timing, boolean enabled) {
  public JobSpec {
    if (name.isBlank() || name.length() > 64) {
      throw new IllegalArgumentException("a job's name has 1 to 64 characters, was: " + name);
    }
  }
}
