@NullMarked
package io.beckon.http;

import org.jspecify.annotations.NullMarked;
