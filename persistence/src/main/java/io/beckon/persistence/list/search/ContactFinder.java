package io.beckon.persistence.list.search;

import io.beckon.protocol.list.ContactSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Finds contacts of a list. Of all that is given, what finds the fewest from here on says who is
 * looked at; the rest is checked. After some thousands who do not fit, it stops where it is.
 */
public final class ContactFinder {
  private static final int MANY = 30_000;

  private static final String FITTING =
      """
      SELECT c.contact_id FROM unnest(:ids) AS candidate (id) CROSS JOIN LATERAL (
        SELECT * FROM <contacts> WHERE list_id = :list AND contact_id = candidate.id LIMIT 1) c
      WHERE c.tenant_id = :tenant AND <fits>
        AND (SELECT state = 'COMPLETED' FROM import WHERE import_id = c.import_id)
      ORDER BY c.contact_id
      """;

  private final ListRows rows;
  private final long after;
  private final int wanted;

  private ContactFinder(ListRows rows, long after, int wanted) {
    this.rows = rows;
    this.after = after;
    this.wanted = wanted;
  }

  /**
   * For the rest of the transaction, to be asked for before anything is read page by page: whatever
   * statistics say, no plan reads a whole table, or sorts what an index has in order already.
   */
  public static void byIndex(Handle handle) {
    handle.execute("SET LOCAL enable_seqscan = off");
    handle.execute("SET LOCAL enable_sort = off");
    handle.execute("SET LOCAL plan_cache_mode = force_custom_plan");
    handle.execute("SET LOCAL jit = off");
  }

  /**
   * @param after the contact behind which to look
   * @param wanted how many are enough; there may be fewer before {@link Found#till}
   */
  public static Found find(ListRows rows, ContactSearch search, long after, int wanted) {
    return new ContactFinder(rows, after, wanted).find(search);
  }

  private Found find(ContactSearch search) {
    var given = given(search);
    return search.any() == null
        ? byAll(given)
        : Found.byAny(
            anything(search.any()).stream().map(some -> byAll(both(given, some))).toList());
  }

  private List<Way> given(ContactSearch search) {
    List<Way> given = new ArrayList<>();
    if (search.clientId() != null) {
      given.add(new ByClientId(rows, "own", search.clientId()));
    }
    if (search.device() != null) {
      given.add(ByDevice.written(rows, "own", search.device()));
    }
    if (search.name() != null) {
      given.addAll(ByName.words(rows, "own", search.name()));
    }
    if (search.lineType() != null) {
      given.add(new ByLineType(rows, search.lineType()));
    }
    return given;
  }

  /** A Client ID, a device or names: any of them will do. */
  private List<List<? extends Way>> anything(String text) {
    return List.of(
        List.of(new ByClientId(rows, "any", text)),
        List.of(ByDevice.written(rows, "any", text)),
        ByName.words(rows, "any", text));
  }

  private static List<Way> both(List<Way> given, List<? extends Way> some) {
    List<Way> both = new ArrayList<>(given);
    both.addAll(some);
    return both;
  }

  private Found byAll(List<Way> ways) {
    List<Long> found = new ArrayList<>();
    long reached = after;
    for (int most = wanted;
        found.size() < wanted && reached < Found.END && most <= MANY;
        most *= 16) {
      var fewest = fewest(ways, reached, most);
      found.addAll(fitting(fewest.ids(), ways));
      reached = fewest.till();
    }
    return found.size() < wanted
        ? new Found(found, reached)
        : Found.upTo(found.subList(0, wanted), wanted);
  }

  /** What looks furthest for as many. */
  private static Found fewest(List<Way> ways, long behind, int most) {
    var fewest = new Found(List.of(), behind);
    for (var way : ways) {
      var found = way.behind(behind, most);
      if (found.isAll() && found.ids().size() < most) {
        return found;
      }
      fewest = found.till() > fewest.till() ? found : fewest;
    }
    return fewest;
  }

  private List<Long> fitting(List<Long> ids, List<Way> ways) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var fits = ways.stream().map(Way::condition).collect(Collectors.joining(" AND "));
    var query =
        rows.ofList(FITTING.replace("<fits>", fits))
            .bind("tenant", rows.tenant().value())
            .bindArray("ids", Long.class, ids);
    ways.forEach(way -> way.bind(query));
    return query.mapTo(Long.class).list();
  }
}
