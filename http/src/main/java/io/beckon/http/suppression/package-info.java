@NullMarked
package io.beckon.http.suppression;

import org.jspecify.annotations.NullMarked;
