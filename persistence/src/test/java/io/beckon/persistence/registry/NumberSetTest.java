package io.beckon.persistence.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of numbers say of every number what a set on the heap says. */
class NumberSetTest {
  private static final long AREA = 12_010_000_000L;

  @TempDir Path folder;

  @Test
  void holdsWhatWasGivenInAnyOrderAndNothingElse() throws IOException {
    var random = new Random(4);
    Set<Long> numbers = new TreeSet<>();
    Path file = folder.resolve("set");
    try (var sorter = new NumberSorter(folder, 1000);
        var writer = new NumberSetWriter(file)) {
      for (int i = 0; i < 20_000; i++) {
        long number = AREA + random.nextLong(30_000_000);
        numbers.add(number);
        sorter.add(number);
        sorter.add(number);
      }
      sorter.add(441_632_960_001L);
      sorter.add(999_999_999_999_999L);
      sorter.drainTo(writer::add);
      assertThat(writer.finish()).isEqualTo(numbers.size() + 2);
    }
    var set = NumberSet.map(file);
    assertThat(set.numbers()).isEqualTo(numbers.size() + 2);
    assertThat(set.prefixes()).isEqualTo(5);
    assertThat(set.has(441_632_960_001L)).isTrue();
    assertThat(set.has(999_999_999_999_999L)).isTrue();
    assertThat(set.has(999_999_999_999_998L)).isFalse();
    numbers.forEach(number -> assertThat(set.has(number)).isTrue());
    for (int i = 0; i < 20_000; i++) {
      long number = AREA + random.nextLong(40_000_000);
      assertThat(set.has(number)).isEqualTo(numbers.contains(number));
    }
  }

  @Test
  void leavesNoRunsBehind() throws IOException {
    try (var sorter = new NumberSorter(folder, 10)) {
      for (long i = 0; i < 100; i++) {
        sorter.add(AREA + i);
      }
      sorter.drainTo(number -> {});
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void combinesAndCounts() throws IOException {
    var old = written("old", 1, 2, 3, 4, AREA);
    var plus = written("plus", 3, 5, AREA + 1);
    var minus = written("minus", 1, 99, AREA);
    long combined = NumberSets.combine(old, plus, minus, folder.resolve("new"));
    var result = NumberSet.map(folder.resolve("new"));
    assertThat(combined).isEqualTo(5).isEqualTo(result.numbers());
    for (long number : new long[] {2, 3, 4, 5, AREA + 1}) {
      assertThat(result.has(number)).isTrue();
    }
    assertThat(result.has(1)).isFalse();
    assertThat(result.has(AREA)).isFalse();
    assertThat(NumberSets.count(old, plus, minus)).isEqualTo(5);
  }

  @Test
  void takesNoFileThatWasCutOff() throws IOException {
    written("whole", 1, AREA);
    byte[] bytes = Files.readAllBytes(folder.resolve("whole"));
    Path cut = folder.resolve("cut");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> NumberSet.map(cut)).isInstanceOf(IOException.class);
  }

  private NumberSet written(String name, long... rising) throws IOException {
    Path file = folder.resolve(name);
    try (var writer = new NumberSetWriter(file)) {
      for (long number : rising) {
        writer.add(number);
      }
      writer.finish();
    }
    return NumberSet.map(file);
  }
}
