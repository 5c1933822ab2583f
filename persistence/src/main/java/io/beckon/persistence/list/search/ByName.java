package io.beckon.persistence.list.search;

import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.statement.Query;

/** Whose first or last name begins with a word. */
record ByName(ListRows rows, String as, String word) implements Way {
  private static final String LAST_CODE_POINT = "\udbff\udfff";

  private static final String BEGINS =
      "(lower(c.first_name) ~>=~ :%1$s AND lower(c.first_name) ~<=~ :%1$s_end"
          + " OR lower(c.last_name) ~>=~ :%1$s AND lower(c.last_name) ~<=~ :%1$s_end)";

  /** One for each word of a text. */
  static List<ByName> words(ListRows rows, String as, String text) {
    var words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    return words.stream()
        .distinct()
        .map(word -> new ByName(rows, as + "_" + words.indexOf(word), word))
        .toList();
  }

  @Override
  public Found behind(long after, int most) {
    return Parts.behind(rows, "<contacts>", condition(), this::bind, after, most);
  }

  @Override
  public String condition() {
    return BEGINS.formatted("name_" + as);
  }

  @Override
  public void bind(Query query) {
    query.bind("name_" + as, word).bind("name_" + as + "_end", word + LAST_CODE_POINT);
  }
}
