/** Lists as files: PostgreSQL writes the rows down, streamed to whoever reads them. */
@NullMarked
package io.beckon.persistence.list.export;

import org.jspecify.annotations.NullMarked;
