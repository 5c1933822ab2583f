@NullMarked
package io.beckon.clusterconfig;

import org.jspecify.annotations.NullMarked;
