package io.beckon.persistence.list.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.PageRequest;
import io.beckon.protocol.device.LineType;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.ContactView;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of a list to find people on it, and that nobody is missed by it. */
class ContactFinderIT {
  private static final LineType BOTH = LineType.FIXED_LINE_OR_MOBILE;
  private static final LineType M = LineType.MOBILE;
  private static final long A_FEW = 500;

  /**
   * Of what is common, one part is read before the rest tells that hardly anybody is looked for.
   */
  private static final long A_PART = 16_384 + 2 * A_FEW;

  private static final SkewedList LIST = new SkewedList();

  static Stream<Arguments> rare() {
    return Stream.of(
        Arguments.of("a client ID", search("C50000", null, null, null, null), 1, A_FEW),
        Arguments.of("a number", search(null, "+447410000007", null, null, null), 1, A_FEW),
        Arguments.of("a rare name", search(null, null, "zeb", null, null), 1, A_FEW),
        Arguments.of("nobody's name", search(null, null, "nobody", null, null), 0, A_FEW),
        Arguments.of("two names", search(null, null, "zebra a", null, null), 1, A_FEW),
        Arguments.of("two names, turned", search(null, null, "a zebra", null, null), 1, A_PART),
        Arguments.of("anybody rare", search(null, null, null, "zebra", null), 1, A_FEW),
        Arguments.of("any number", search(null, null, null, "+447410000007", null), 1, A_FEW),
        Arguments.of("nobody at all", search(null, null, null, "nobody", null), 0, A_FEW),
        Arguments.of("a rare type", search(null, null, null, null, BOTH), 1, A_FEW),
        Arguments.of("nobody's type", search(null, null, null, null, LineType.PAGER), 0, A_FEW),
        Arguments.of("a name of a rare type", search(null, null, "ann", null, BOTH), 1, A_PART),
        Arguments.of("a rare name of no such type", search(null, null, "zeb", null, M), 0, A_FEW));
  }

  private static ContactSearch search(
      @Nullable String clientId,
      @Nullable String device,
      @Nullable String name,
      @Nullable String any,
      @Nullable LineType type) {
    return new ContactSearch(clientId, device, name, any, type);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rare")
  void readsLittleMoreThanWhatItFinds(String what, ContactSearch search, int found, long most) {
    assertThat(LIST.page(search, PageRequest.first()).items()).hasSize(found);
    assertThat(LIST.rowsRead(search)).as(what).isLessThan(most);
  }

  static Stream<Arguments> common() {
    return Stream.of(
        Arguments.of("a common name", search(null, null, "ann", null, null)),
        Arguments.of("a letter", search(null, null, "l", null, null)),
        Arguments.of("anything common", search(null, null, null, "bo", null)),
        Arguments.of("a common line type", search(null, null, null, null, LineType.MOBILE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("common")
  void readsNoMoreThanAPartWhereManyAreFound(String what, ContactSearch search) {
    assertThat(LIST.page(search, PageRequest.first()).items()).hasSize(PageRequest.USUAL_LIMIT);
    assertThat(LIST.rowsRead(search)).as(what).isLessThan(A_PART);
  }

  @Test
  void givesAllThatShareAClientIdInTheirOrderAndOnce() {
    var sharing = LIST.all(search("unknown", null, null, null, null), 1_000);
    assertThat(sharing).hasSize(SkewedList.SHARING).isSortedAccordingTo(SkewedList.ORDER);
    assertThat(sharing).extracting(ContactView::id).doesNotHaveDuplicates();
  }

  @Test
  void looksThroughAStretchOnlyWhereAValueIsManyPeoples() {
    var search = search("unknown", null, null, null, null);
    var page = LIST.page(search, PageRequest.first());
    assertThat(page.items()).isEmpty();
    assertThat(page.next()).as("there is more to look through").isNotNull();
    assertThat(LIST.rowsRead(search)).isLessThanOrEqualTo(3L * (Shared.FEW + 1 + Shared.STRETCH));
  }

  @Test
  void givesAllThatShareANumberAndAreCalledSo() {
    var sharing = LIST.all(search(null, "+447499999999", "ann", null, null), 1_000);
    assertThat(sharing).hasSize(SkewedList.SHARING / 2).isSortedAccordingTo(SkewedList.ORDER);
  }

  @Test
  void goesThroughAllOfACommonNameAcrossTheParts() {
    var anns = LIST.all(search(null, null, "ANN", null, null), 1_000);
    assertThat(anns).hasSize(SkewedList.CONTACTS / 2).isSortedAccordingTo(SkewedList.ORDER);
    assertThat(anns).extracting(ContactView::id).doesNotHaveDuplicates();
    assertThat(anns).allSatisfy(c -> assertThat(c.firstName()).isEqualTo("Ann"));
  }

  @Test
  void comesToAnEndWhereTwoCommonNamesAreNeverOnePersons() {
    var search = search(null, null, "ann bob", null, null);
    assertThat(LIST.all(search, 100)).isEmpty();
    var page = LIST.page(search, PageRequest.first());
    assertThat(page.next()).as("it stops on its way").isNotNull();
  }
}
