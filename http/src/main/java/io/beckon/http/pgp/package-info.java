/** OpenPGP keys. */
@NullMarked
package io.beckon.http.pgp;

import org.jspecify.annotations.NullMarked;
