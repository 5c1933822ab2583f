@NullMarked
package io.beckon.http.event;

import org.jspecify.annotations.NullMarked;
