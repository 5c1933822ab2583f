@NullMarked
package io.beckon.http.page;

import org.jspecify.annotations.NullMarked;
