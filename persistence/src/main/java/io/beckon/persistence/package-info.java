@NullMarked
package io.beckon.persistence;

import org.jspecify.annotations.NullMarked;
