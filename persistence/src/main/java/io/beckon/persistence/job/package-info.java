@NullMarked
package io.beckon.persistence.job;

import org.jspecify.annotations.NullMarked;
