@NullMarked
package io.beckon.clusterconfig.health;

import org.jspecify.annotations.NullMarked;
