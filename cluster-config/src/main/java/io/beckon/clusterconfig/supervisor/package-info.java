@NullMarked
package io.beckon.clusterconfig.supervisor;

import org.jspecify.annotations.NullMarked;
