@NullMarked
package io.beckon.clusterconfig.demo;

import org.jspecify.annotations.NullMarked;
