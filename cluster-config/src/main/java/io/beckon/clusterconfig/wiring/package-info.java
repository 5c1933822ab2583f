@NullMarked
package io.beckon.clusterconfig.wiring;

import org.jspecify.annotations.NullMarked;
