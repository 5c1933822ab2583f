/** OpenPGP keys: a tenant's own, to which files are encrypted, and those of its recipients. */
@NullMarked
package io.beckon.protocol.pgp;

import org.jspecify.annotations.NullMarked;
