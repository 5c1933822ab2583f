@NullMarked
package io.beckon.http.tenant;

import org.jspecify.annotations.NullMarked;
