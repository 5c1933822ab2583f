@NullMarked
package io.beckon.clusterconfig.cluster;

import org.jspecify.annotations.NullMarked;
