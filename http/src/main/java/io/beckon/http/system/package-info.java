@NullMarked
package io.beckon.http.system;

import org.jspecify.annotations.NullMarked;
