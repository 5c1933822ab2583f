/** How events that stand in journals are read by later versions; see {@code serialization.conf}. */
@NullMarked
package io.beckon.clusterconfig.journal;

import org.jspecify.annotations.NullMarked;
