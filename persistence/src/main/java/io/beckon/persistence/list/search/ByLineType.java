package io.beckon.persistence.list.search;

import io.beckon.protocol.device.LineType;
import org.jdbi.v3.core.statement.Query;

/** Who has a phone of some kind. */
record ByLineType(ListRows rows, LineType type) implements Way {
  private static final String OF_THAT_TYPE = "line_type = :lineType::\"char\"";

  @Override
  public Found behind(long after, int most) {
    return Parts.behind(rows, "<devices>", OF_THAT_TYPE, this::bind, after, most);
  }

  @Override
  public String condition() {
    return Device.with(OF_THAT_TYPE);
  }

  @Override
  public void bind(Query query) {
    query.bind("lineType", type.code());
  }
}
