/** A call floor in virtual time, on which pacing policies are compared. */
@NullMarked
package io.beckon.bench.pacing;

import org.jspecify.annotations.NullMarked;
