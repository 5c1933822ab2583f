/** Fetches reference data from other servers. */
@NullMarked
package io.beckon.actors.reference;

import org.jspecify.annotations.NullMarked;
