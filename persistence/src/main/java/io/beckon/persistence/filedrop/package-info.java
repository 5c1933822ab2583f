/** Watched places, and what was taken from them. */
@NullMarked
package io.beckon.persistence.filedrop;

import org.jspecify.annotations.NullMarked;
