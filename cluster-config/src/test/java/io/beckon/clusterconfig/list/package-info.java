@NullMarked
package io.beckon.clusterconfig.list;

import org.jspecify.annotations.NullMarked;
