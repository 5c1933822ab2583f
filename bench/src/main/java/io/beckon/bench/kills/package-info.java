/** Loaders killed at random moments, and what is in the database afterwards. */
@NullMarked
package io.beckon.bench.kills;

import org.jspecify.annotations.NullMarked;
