@NullMarked
package io.beckon.protocol.job;

import org.jspecify.annotations.NullMarked;
