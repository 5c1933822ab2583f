@NullMarked
package io.beckon.clusterconfig.embedded;

import org.jspecify.annotations.NullMarked;
