/** OpenPGP keys in PostgreSQL. */
@NullMarked
package io.beckon.persistence.pgp;

import org.jspecify.annotations.NullMarked;
