package io.beckon.protocol.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * One file that was loaded into a registry, and what it made of it.
 *
 * @param version 1 for the first; decisions name it
 * @param dataDate as of when the file says who is registered
 * @param lines read so far
 * @param unreadable lines that held no number and were tolerated
 * @param numbers registered numbers when it is in force; 0 until they are counted
 * @param error only of a FAILED one
 * @param inForceAt null: not yet, or never
 */
public record RegistryVersion(
    int version,
    Kind kind,
    State state,
    LocalDate dataDate,
    String fileName,
    String by,
    long lines,
    long unreadable,
    long numbers,
    @Nullable Problem error,
    Instant begunAt,
    @Nullable Instant inForceAt) {

  /**
   * Until when data of that day may be gone by. The day counts from its very beginning: the
   * stricter reading.
   */
  public static Instant usableTill(LocalDate dataDate, int ageDays) {
    return dataDate.plusDays(ageDays).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** What the file holds. */
  public enum Kind {
    /** Everybody: who is not in it is not registered any more. */
    FULL,
    /** Who came and who went since the version in force. */
    DELTA
  }

  /**
   * What became of it: LOADING, then READY (kept, and being fetched by all nodes), then IN_FORCE on
   * all of them at once, until the next one is: REPLACED. Or FAILED; then nothing has changed.
   */
  public enum State {
    LOADING,
    READY,
    IN_FORCE,
    REPLACED,
    FAILED
  }

  /** Why a load failed. */
  public record Problem(String code, String detail, String remedy) {}
}
