/** Reference data and zone maps in PostgreSQL. */
@NullMarked
package io.beckon.persistence.reference;

import org.jspecify.annotations.NullMarked;
