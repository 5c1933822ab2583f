package io.beckon.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * The most heap this JVM has used since it is watched, garbage included: what was in use when a
 * collection began, for between two of them it only grows.
 */
public final class HeapPeak {
  private final AtomicLong peak = new AtomicLong();
  private final Set<String> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(pool -> pool.getName())
          .collect(Collectors.toSet());

  private HeapPeak() {}

  public static HeapPeak watch() {
    System.gc();
    var watching = new HeapPeak();
    ManagementFactory.getGarbageCollectorMXBeans()
        .forEach(
            gc ->
                ((NotificationEmitter) gc)
                    .addNotificationListener(
                        (told, nothing) -> watching.collected(told.getUserData()), null, null));
    return watching;
  }

  private void collected(Object told) {
    var before =
        GarbageCollectionNotificationInfo.from((CompositeData) told)
            .getGcInfo()
            .getMemoryUsageBeforeGc();
    seen(
        before.entrySet().stream()
            .filter(pool -> pools.contains(pool.getKey()))
            .mapToLong(pool -> pool.getValue().getUsed())
            .sum());
  }

  private void seen(long bytes) {
    peak.accumulateAndGet(bytes, Math::max);
  }

  public double megabytes() {
    seen(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    return peak.get() / (1024.0 * 1024.0);
  }
}
