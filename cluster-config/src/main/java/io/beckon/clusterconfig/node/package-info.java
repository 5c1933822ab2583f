@NullMarked
package io.beckon.clusterconfig.node;

import org.jspecify.annotations.NullMarked;
