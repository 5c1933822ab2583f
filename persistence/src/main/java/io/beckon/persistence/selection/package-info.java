/** Selection rules in PostgreSQL. */
@NullMarked
package io.beckon.persistence.selection;

import org.jspecify.annotations.NullMarked;
